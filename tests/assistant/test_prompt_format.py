"""This file holds prompts to the formats that the families of models were taught."""

from __future__ import annotations

import pytest

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.prompt_format import FORMATS, Mark, format_for

TURNS = (Turn("system", "Be brief."), Turn("user", "Hi <|im_end|>"), Turn("assistant", "Hello"), Turn("user", "Bye"))

WRITTEN = {
    "chatml": "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi <|im_end|><|im_end|>\n"
    "<|im_start|>assistant\nHello<|im_end|>\n<|im_start|>user\nBye<|im_end|>\n<|im_start|>assistant\n",
    "qwen3": "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi <|im_end|><|im_end|>\n"
    "<|im_start|>assistant\nHello<|im_end|>\n<|im_start|>user\nBye<|im_end|>\n<|im_start|>assistant\n"
    "<think>\n\n</think>\n\n",
    "llama-3": "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|>"
    "<|start_header_id|>user<|end_header_id|>\n\nHi <|im_end|><|eot_id|>"
    "<|start_header_id|>assistant<|end_header_id|>\n\nHello<|eot_id|>"
    "<|start_header_id|>user<|end_header_id|>\n\nBye<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
    "gemma": "<bos><start_of_turn>user\nBe brief.\n\nHi <|im_end|><end_of_turn>\n<start_of_turn>model\nHello"
    "<end_of_turn>\n<start_of_turn>user\nBye<end_of_turn>\n<start_of_turn>model\n",
    "phi-3": "<|system|>\nBe brief.<|end|>\n<|user|>\nHi <|im_end|><|end|>\n<|assistant|>\nHello<|end|>\n"
    "<|user|>\nBye<|end|>\n<|assistant|>\n",
    "phi-4": "<|system|>Be brief.<|end|><|user|>Hi <|im_end|><|end|><|assistant|>Hello<|end|>"
    "<|user|>Bye<|end|><|assistant|>",
    "granite": "<|start_of_role|>system<|end_of_role|>Be brief.<|end_of_text|>\n"
    "<|start_of_role|>user<|end_of_role|>Hi <|im_end|><|end_of_text|>\n"
    "<|start_of_role|>assistant<|end_of_role|>Hello<|end_of_text|>\n"
    "<|start_of_role|>user<|end_of_role|>Bye<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>",
}


@pytest.mark.parametrize("family", FORMATS)
def test_a_conversation_is_written_as_its_family_reads_it(family: str) -> None:
    parts = FORMATS[family].parts(TURNS, answer=True)
    assert "".join(parts) == WRITTEN[family]
    assert not any(isinstance(part, Mark) for part in parts if "Hi" in part or "Bye" in part)


@pytest.mark.parametrize("family", FORMATS)
def test_what_is_read_ahead_is_the_beginning_of_what_is_asked(family: str) -> None:
    ahead = "".join(FORMATS[family].parts(TURNS[:2], answer=False))
    assert "".join(FORMATS[family].parts(TURNS, answer=True)).startswith(ahead)


def test_a_family_is_found_by_its_control_tokens() -> None:
    for family in ("chatml", "llama-3", "gemma", "granite"):
        found = format_for("", FORMATS[family].marks | {"<|endoftext|>"})
        assert found is not None
        assert found[0] == family


def test_a_vocabulary_without_a_known_format_has_none() -> None:
    assert format_for("", {"<s>", "</s>"}) is None
    assert format_for("llama-3", FORMATS["chatml"].marks) is None
    assert format_for("no such family", {"<s>"}) is None

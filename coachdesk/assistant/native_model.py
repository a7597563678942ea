"""This file runs one GGUF model through llama.cpp's C interface; the model process hands that interface in.

Text never becomes a control token: it is tokenised with `parse_special` off, and where a vocabulary defines a token of
the prompt format as an ordinary one, which that switch does not cover, the text is cut inside the token's name.
"""

from __future__ import annotations

import codecs
import ctypes
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

import msgspec

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.prompt_format import Mark, format_for
from coachdesk.assistant.thread_pace import ThreadPace, usable_cores

# A prompt is read in pieces of this many tokens; what was read before a stop is kept for the next prompt.
_BATCH = 64
_CONTROL = 8
_ABORTED = 2


class NativeFault(Exception):
    """llama.cpp refused. `code` and `numbers` are those of `frames.Failed`."""

    def __init__(self, code: str, *numbers: int) -> None:
        super().__init__(code)
        self.code = code
        self.numbers = numbers


class Stopped(Exception):
    """The work was stopped by `NativeModel.stop`."""


class _Remembered(msgspec.Struct, frozen=True, array_like=True):
    tokens: list[int]
    state: bytes


class NativeModel:
    """A loaded model with one context; `steps` counts the work done.

    One thread works; `stop` and `tokens` may be called from another.
    """

    def __init__(self, llama: ModuleType, path: str, *, family: str, context: int, threads: int) -> None:
        """Load the file at `path`. `context` is in tokens, 0 for all that the model knows; raises NativeFault."""
        self._llama = llama
        self.steps = 0
        # A Python callback on this channel would cost more than the model's own work: it is called for each of a
        # thousand nodes of the graph. strlen() of a string of one or no character is that callback in C.
        self._flag = ctypes.create_string_buffer(2)
        llama.llama_backend_init()
        self._model = llama.llama_model_load_from_file(path.encode(), llama.llama_model_default_params())
        if not self._model:
            raise NativeFault("load")
        self._vocabulary = llama.llama_model_get_vocab(self._model)
        names = self._special_names()
        found = format_for(family, names)
        if found is None:
            raise NativeFault("format")
        self.family, self._format = found
        self._names = names
        marks = frozenset(names[mark] for mark in self._format.marks)
        self._forbidden = marks | {token for token in names.values() if self._is_control(token)}
        literals = [name for name, token in names.items() if token in self._forbidden and len(name) > 1]
        self._literal = re.compile("|".join(re.escape(name) for name in sorted(literals, key=len, reverse=True)))
        known = int(llama.llama_model_n_ctx_train(self._model))
        self.context = min(context, known) if context else known
        self._context = self._new_context(threads)
        self._pace = ThreadPace(usable_cores(), threads)
        self._memory = llama.llama_get_memory(self._context)
        self._held: list[int] = []
        self._threads = threads

    def _new_context(self, threads: int) -> object:
        llama = self._llama
        params = llama.llama_context_default_params()
        params.n_ctx = self.context
        params.n_batch = params.n_ubatch = _BATCH
        params.n_threads = params.n_threads_batch = threads
        params.no_perf = True
        library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
        params.abort_callback = ctypes.cast(library.strlen, type(params.abort_callback))
        params.abort_callback_data = ctypes.cast(self._flag, ctypes.c_void_p)
        context = llama.llama_init_from_model(self._model, params)
        if not context:
            raise NativeFault("memory")
        return context

    def _special_names(self) -> dict[str, int]:
        llama, vocabulary = self._llama, self._vocabulary
        special = _CONTROL | llama.LLAMA_TOKEN_ATTR_USER_DEFINED
        return {
            llama.llama_vocab_get_text(vocabulary, token).decode(errors="replace"): token
            for token in range(llama.llama_vocab_n_tokens(vocabulary))
            if llama.llama_vocab_get_attr(vocabulary, token) & special
        }

    def _is_control(self, token: int) -> bool:
        return bool(self._llama.llama_vocab_get_attr(self._vocabulary, token) & _CONTROL)

    @property
    def control_tokens(self) -> dict[str, int]:
        """The names and ids of all tokens that text must never become."""
        return {name: token for name, token in self._names.items() if token in self._forbidden}

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of `text` as data: no control token is among them, whatever it says."""
        tokens = self._tokenised(text)
        if self._forbidden.isdisjoint(tokens):
            return tokens
        cuts = [0, *(found.start() + 1 for found in self._literal.finditer(text)), len(text)]
        if len(cuts) == 2:
            # Spelled in a way that no cut can find: left out rather than let through.
            return [token for token in tokens if token not in self._forbidden]
        return [token for at in range(len(cuts) - 1) for token in self.tokens(text[cuts[at] : cuts[at + 1]])]

    def _tokenised(self, text: str) -> list[int]:
        data = text.encode(errors="replace")
        size = len(data) + 8
        while True:
            room = (ctypes.c_int32 * size)()
            count = self._llama.llama_tokenize(self._vocabulary, data, len(data), room, size, False, False)
            if count >= 0:
                return room[:count]
            size = -count

    def prompt(self, turns: Sequence[Turn], *, answer: bool) -> list[int]:
        """Return the tokens of a conversation in the model's format; with `answer` the model is to speak next."""
        tokens: list[int] = []
        for part in self._format.parts(turns, answer=answer):
            tokens += [self._names[part]] if isinstance(part, Mark) else self.tokens(part)
        return tokens

    def stop(self) -> None:
        """Make the work under way raise Stopped; holds until `allow`."""
        self._flag[0] = b"\x01"

    def allow(self) -> None:
        """Let work begin again."""
        self._flag[0] = b"\x00"

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called since `allow`."""
        return bool(self._flag[0] != b"\x00")

    def read(self, tokens: list[int]) -> int:
        """Read a prompt and return how many of its tokens were remembered already; raises Stopped or NativeFault."""
        common = 0
        for old, new in zip(self._held, tokens[:-1], strict=False):
            if old != new:
                break
            common += 1
        if not self._llama.llama_memory_seq_rm(self._memory, 0, common, -1):
            self._llama.llama_memory_clear(self._memory, True)
            common = 0
        self._held = tokens[:common]
        for at in range(common, len(tokens), _BATCH):
            self._decode(tokens[at : at + _BATCH])
        return common

    def _decode(self, tokens: list[int]) -> None:
        llama = self._llama
        room = (ctypes.c_int32 * len(tokens))(*tokens)
        status = (
            _ABORTED
            if self.stopped
            else llama.llama_decode(self._context, llama.llama_batch_get_one(room, len(tokens)))
        )
        if status == 0:
            self._held += tokens
            self.steps += 1
            return
        # Some of the batch may have been read; only what is in `_held` counts.
        if not llama.llama_memory_seq_rm(self._memory, 0, len(self._held), -1):
            llama.llama_memory_clear(self._memory, True)
            self._held = []
        if status == _ABORTED:
            raise Stopped
        raise NativeFault("decode", status)

    def write(self, *, max_tokens: int, grammar: str | None, temperature: float, seed: int) -> Iterator[bytes]:
        """Yield the answer to the prompt that was read, a token's bytes at a time; raises Stopped or NativeFault."""
        llama, vocabulary = self._llama, self._vocabulary
        sampling = _Sampling(llama, vocabulary, grammar=grammar, temperature=temperature, seed=seed)
        try:
            for at in range(max_tokens):
                token = sampling.next(self._context)
                if llama.llama_vocab_is_eog(vocabulary, token):
                    return
                yield self._piece(token)
                if at + 1 < max_tokens:
                    began = time.perf_counter()
                    self._decode([token])
                    self._set_threads(self._pace.observe(time.perf_counter() - began))
        finally:
            sampling.close()

    def _set_threads(self, threads: int) -> None:
        if threads != self._threads:
            self._threads = threads
            self._llama.llama_set_n_threads(self._context, threads, threads)

    def _piece(self, token: int) -> bytes:
        room = ctypes.create_string_buffer(256)
        size = self._llama.llama_token_to_piece(self._vocabulary, token, room, len(room), 0, False)
        return room.raw[: max(size, 0)]

    def save(self) -> bytes:
        """Return what the model remembers of the last prompt and answer; b"" when that is nothing."""
        if not self._held:
            return b""
        size = self._llama.llama_state_seq_get_size(self._context, 0)
        room = (ctypes.c_uint8 * size)()
        written = self._llama.llama_state_seq_get_data(self._context, room, size, 0)
        return msgspec.msgpack.encode(_Remembered(self._held, bytes(memoryview(room)[:written])))

    def restore(self, saved: bytes) -> bool:
        """Take up what `save` returned for this model and llama.cpp; False: it did not fit, nothing is remembered."""
        self._held = []
        self._llama.llama_memory_clear(self._memory, True)
        remembered = msgspec.msgpack.decode(saved, type=_Remembered)
        if len(remembered.tokens) >= self.context:
            return False
        room = (ctypes.c_uint8 * len(remembered.state)).from_buffer_copy(remembered.state)
        if not self._llama.llama_state_seq_set_data(self._context, room, len(remembered.state), 0):
            self._llama.llama_memory_clear(self._memory, True)
            return False
        self._held = remembered.tokens
        return True


class _Sampling:
    """Chooses tokens. Under a grammar the free choice is tried first: filtering all tokens each time is far slower."""

    def __init__(
        self, llama: ModuleType, vocabulary: object, *, grammar: str | None, temperature: float, seed: int
    ) -> None:
        self._llama = llama
        self._rules = None
        self._strict = None
        if grammar is not None:
            self._rules = llama.llama_sampler_init_grammar(vocabulary, grammar.encode(), b"root")
            if not self._rules:
                raise NativeFault("grammar")
        self._free = self._chain(temperature, seed, None)
        if self._rules is not None:
            self._strict = self._chain(temperature, seed, self._rules)

    def _chain(self, temperature: float, seed: int, rules: object) -> object:
        llama = self._llama
        chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        samplers = [rules] if rules is not None else []
        if temperature <= 0:
            samplers += [llama.llama_sampler_init_greedy()]
        else:
            samplers += [
                llama.llama_sampler_init_top_k(40),
                llama.llama_sampler_init_top_p(0.95, 1),
                llama.llama_sampler_init_min_p(0.05, 1),
                llama.llama_sampler_init_temp(temperature),
                llama.llama_sampler_init_dist(seed & 0xFFFFFFFF),
            ]
        for sampler in samplers:
            llama.llama_sampler_chain_add(chain, sampler)
        return chain

    def next(self, context: object) -> int:
        """Choose the next token after the last that was decoded."""
        token = int(self._llama.llama_sampler_sample(self._free, context, -1))
        if self._strict is None:
            return token
        if self._fits(token):
            self._llama.llama_sampler_accept(self._rules, token)
            return token
        return int(self._llama.llama_sampler_sample(self._strict, context, -1))

    def _fits(self, token: int) -> bool:
        one = self._llama.llama_token_data(token, 1.0, 0.0)
        several = self._llama.llama_token_data_array(ctypes.pointer(one), 1, -1, False)
        self._llama.llama_sampler_apply(self._rules, ctypes.byref(several))
        return bool(one.logit != float("-inf"))

    def close(self) -> None:
        """Give back what llama.cpp holds for this answer."""
        self._llama.llama_sampler_free(self._free)
        if self._strict is not None:
            self._llama.llama_sampler_free(self._strict)


class WholeCharacters:
    """Turns bytes into text that never ends within a character; what stays incomplete at the end is left out."""

    def __init__(self) -> None:
        self._decode: Callable[[bytes], str] = codecs.getincrementaldecoder("utf-8")("ignore").decode

    def text(self, data: bytes) -> str:
        """Return the characters that `data` completes."""
        return self._decode(data)

"""This file checks when the model may use all cores, with made-up costs of tokens."""

from __future__ import annotations

from itertools import pairwise

from coachdesk.assistant.thread_pace import ThreadPace


def told(pace: ThreadPace, costs: list[float]) -> list[int]:
    return [pace.observe(cost) for cost in costs]


def test_on_an_idle_machine_all_cores_are_tried_and_kept_where_they_pay() -> None:
    pace = ThreadPace(2, 1, idle=lambda _cores: True)
    assert told(pace, [0.010] * 6)[-1] == 2
    assert set(told(pace, [0.005] * 200)) == {2}


def test_a_busy_machine_is_left_its_core() -> None:
    pace = ThreadPace(2, 1, idle=lambda _cores: False)
    assert set(told(pace, [0.010] * 200)) == {1}


def test_the_first_token_that_takes_too_long_ends_the_use_of_all_cores() -> None:
    pace = ThreadPace(2, 1, idle=lambda _cores: True)
    told(pace, [0.010] * 6)
    assert told(pace, [0.005, 0.005, 0.5])[-1] == 1
    assert set(told(pace, [0.010] * 60)) == {1}


def test_all_cores_that_do_not_pay_are_given_back_and_tried_again_ever_later() -> None:
    pace = ThreadPace(4, 3, idle=lambda _cores: True)
    uses = told(pace, [0.010] * 2000)
    trials = [at for at in range(1, len(uses)) if uses[at] == 4 and uses[at - 1] == 3]
    gaps = [later - earlier for earlier, later in pairwise(trials)]
    assert len(trials) >= 3
    assert gaps == sorted(gaps)
    assert gaps[-1] > gaps[0]


def test_one_core_leaves_nothing_to_choose() -> None:
    pace = ThreadPace(1, 1, idle=lambda _cores: True)
    assert set(told(pace, [0.010] * 100)) == {1}

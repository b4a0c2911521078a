"""Jobs: one at a time and in order, three kinds of answer, cancelled ones say nothing."""

import threading
from collections.abc import Callable

import pytest

from desktop.jobs import Jobs


class No(Exception):
    """An expected no."""


def jobs_and_log() -> tuple[Jobs, list[object]]:
    log: list[object] = []
    jobs = Jobs(
        lambda call: call(), No, refused=lambda no: log.append(("refused", str(no))), failed=lambda bug: log.append(("failed", type(bug)))
    )
    return jobs, log


def raising(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_work_is_done_in_order_on_one_other_thread() -> None:
    jobs, log = jobs_and_log()
    threads = set()
    for n in range(20):
        jobs.run(lambda n=n: (threads.add(threading.get_ident()), n)[1], log.append)
    assert jobs.close()
    assert log == list(range(20))
    assert len(threads) == 1 and threading.get_ident() not in threads


def test_a_refusal_goes_to_refused_and_a_bug_to_failed() -> None:
    jobs, log = jobs_and_log()
    jobs.run(raising(No("not so")), log.append)
    jobs.run(raising(No("here")), log.append, refused=lambda no: log.append("own place"))
    jobs.run(raising(ZeroDivisionError()), log.append)
    jobs.close()
    assert log == [("refused", "not so"), "own place", ("failed", ZeroDivisionError)]


def test_without_any_receiver_an_exception_is_raised_where_answers_are_delivered() -> None:
    calls: list[Callable[[], None]] = []
    jobs = Jobs(calls.append, No)
    jobs.run(raising(ZeroDivisionError()))
    jobs.close()
    with pytest.raises(ZeroDivisionError):
        calls[0]()


def test_a_job_cancelled_in_the_row_is_never_begun() -> None:
    jobs, log = jobs_and_log()
    gate = threading.Event()
    jobs.run(gate.wait)
    later = jobs.run(lambda: log.append("begun"), log.append)
    later.cancel()
    gate.set()
    jobs.close()
    assert log == [] and later.over


def test_a_running_job_stops_where_it_reports() -> None:
    jobs, log = jobs_and_log()
    begun, gate = threading.Event(), threading.Event()

    def work(job: object) -> str:
        begun.set()
        gate.wait()
        job.report(1, 2, "half")  # type: ignore[attr-defined]
        return "whole"

    job = jobs.run(work, log.append, progress=lambda *how_far: log.append(how_far))
    begun.wait()
    job.cancel()
    gate.set()
    jobs.close()
    assert log == []


def test_progress_comes_before_the_answer() -> None:
    jobs, log = jobs_and_log()
    jobs.run(lambda job: job.report(1, 2, "half") or "whole", log.append, progress=lambda *how_far: log.append(how_far))
    jobs.close()
    assert log == [(1, 2, "half"), "whole"]


def test_an_answer_that_is_under_way_is_dropped_after_a_cancel() -> None:
    calls: list[Callable[[], None]] = []
    log: list[object] = []
    jobs = Jobs(calls.append, No)
    job = jobs.run(lambda: 1, log.append)
    jobs.close()
    job.cancel()
    calls[0]()
    assert log == []


def test_a_bug_is_told_even_when_nobody_waits_for_the_answer() -> None:
    jobs, log = jobs_and_log()
    begun, gate = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        gate.wait()
        raise ZeroDivisionError

    job = jobs.run(work, log.append, failed=lambda _bug: log.append("own place"))
    begun.wait()
    job.cancel()
    gate.set()
    jobs.close()
    assert log == [("failed", ZeroDivisionError)]


def test_only_the_last_question_of_a_line_is_answered() -> None:
    jobs, log = jobs_and_log()
    gate = threading.Event()
    jobs.run(gate.wait)
    for letter in "abc":
        jobs.run(lambda letter=letter: letter, log.append, replaces="search")
    jobs.run(lambda: "other", log.append)
    gate.set()
    jobs.close()
    assert log == ["c", "other"]


def test_closing_does_what_is_queued_and_takes_no_more() -> None:
    jobs, log = jobs_and_log()
    jobs.run(lambda: "save", log.append)
    jobs.close()
    assert log == ["save"]
    with pytest.raises(RuntimeError):
        jobs.run(lambda: None)


def test_without_a_thread_the_answer_is_there_at_once() -> None:
    log: list[object] = []
    jobs = Jobs(lambda call: call(), No, threaded=False)
    job = jobs.run(lambda: 7, log.append)
    assert log == [7] and job.over

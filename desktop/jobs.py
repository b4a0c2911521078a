"""Work off the thread of the window: one worker, in order, since a database has one writer.

Nothing here knows Qt or the program. Whoever makes `Jobs` says how an answer comes back (`deliver`) and which exception is an
expected no (`expected`); the window hands in a deliverer for its own thread, a test delivers at once.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

Deliver = Callable[[Callable[[], None]], None]


class Cancelled(Exception):
    """Raised inside a work that looked at its job and found that nobody waits for it any more."""


class Job:
    """One piece of work on its way; the token by which it is cancelled and by which it tells how far it is."""

    def __init__(self, tell: Callable[[int, int, str], None] | None = None, replaces: str = "") -> None:
        self._cancelled = threading.Event()
        self._over = threading.Event()
        self._tell = tell
        self.replaces = replaces

    def cancel(self) -> None:
        """Nobody waits for the answer any more: a job still in the row is not begun, a running one is asked to stop."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the answer is no longer wanted."""
        return self._cancelled.is_set()

    @property
    def over(self) -> bool:
        """Whether the work has ended in any way."""
        return self._over.is_set()

    def stop_if_cancelled(self) -> None:
        """For long work, at a place where nothing is half done."""
        if self.cancelled:
            raise Cancelled

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Says how far the work is; also the place where a cancelled work stops."""
        self.stop_if_cancelled()
        if self._tell is not None:
            self._tell(done, total, text)

    def wait(self, timeout: float | None = None) -> bool:
        """Blocks until the work has ended; for tests and for closing, never for a window in use."""
        return self._over.wait(timeout)


class Jobs:
    """Runs work in order on one worker thread and brings back answer, refusal or failure.

    `refused` and `failed` here are where an answer goes that the caller of `run` has no own place for; with neither, the exception is
    raised where answers are delivered, so that the program's one hook sees it.
    With `threaded=False` the work is done before `run` returns, on the caller's thread: for tests of presenters.
    """

    def __init__(
        self,
        deliver: Deliver,
        expected: type[Exception],
        refused: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        threaded: bool = True,
    ) -> None:
        self._deliver = deliver
        self._expected = expected
        self._refused = refused
        self._failed = failed
        self._queue: queue.SimpleQueue[tuple[Job, Callable[[], None]] | None] = queue.SimpleQueue()
        self._latest: dict[str, Job] = {}
        self._thread: threading.Thread | None = None
        self._threaded = threaded
        self._closed = False

    def run(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
        replaces: str = "",
    ) -> Job:
        """Queues `work` and returns its job.

        `work()` is called without arguments, or as `work(job)` when `progress(done, total, text)` is given: then it reports through
        `job.report(...)`. Exactly one of `done(result)`, `refused(exception)`, `failed(exception)` follows, none after a cancel.
        `replaces` names a line in which only the last question counts (a search while typing, a living preview): an earlier job of the
        same name is cancelled.
        """
        job = Job(self._teller(progress) if progress else None, replaces)
        if self._closed and replaces:  # a living question that a timer asks while the window goes: nobody waits for its answer
            job.cancel()
            return job
        if self._closed:
            raise RuntimeError("jobs are closed")
        if replaces:
            earlier = self._latest.get(replaces)
            if earlier is not None:
                earlier.cancel()
            self._latest[replaces] = job
        refused = refused or self._refused
        failed = failed or self._failed

        def perform() -> None:
            if job.cancelled:
                return
            try:
                result = work(job) if progress else work()
            except Cancelled:
                return
            except self._expected as no:
                self._answer(job, refused or failed, no)
            except Exception as bug:  # a bug must be seen even when nobody waits for the answer any more
                self._answer(None if job.cancelled else job, self._failed if job.cancelled else failed, bug)
            else:
                self._answer(job, done, result)

        if self._threaded:
            self._start()
            self._queue.put((job, perform))
        else:
            self._do(job, perform)
        return job

    def close(self, timeout: float | None = 10.0) -> bool:
        """Takes no more work, does what is queued (it may be a save) and ends the thread; False when that took too long."""
        self._closed = True
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        self._queue.put(None)
        thread.join(timeout)
        return not thread.is_alive()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="jobs", daemon=True)
            self._thread.start()

    def _loop(self) -> None:
        while (item := self._queue.get()) is not None:
            self._do(*item)

    def _do(self, job: Job, perform: Callable[[], None]) -> None:
        try:
            perform()
        finally:
            job._over.set()
            if job.replaces and self._latest.get(job.replaces) is job:
                self._latest.pop(job.replaces, None)

    def _answer(self, job: Job | None, receiver: Callable[[Any], None] | None, value: Any) -> None:
        def hand_over() -> None:
            # looked at again here, on the thread of the window: the page may have been left in between
            if job is not None and job.cancelled:
                return
            if receiver is not None:
                receiver(value)
            elif isinstance(value, Exception):
                raise value

        self._deliver(hand_over)

    def _teller(self, progress: Callable[[int, int, str], None]) -> Callable[[int, int, str], None]:
        def tell(done: int, total: int, text: str) -> None:
            self._deliver(lambda: progress(done, total, text))

        return tell

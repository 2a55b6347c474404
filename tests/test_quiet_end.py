"""What the command imports first takes signals to end from then on; nothing else does, least of all a notebook."""

import signal
import subprocess
import sys


def handlers_after(*modules):
    """Who takes Ctrl-C and SIGTERM once these are imported, in a process of its own."""
    code = f"import signal, {', '.join(modules)}\nprint(*(signal.getsignal(each) for each in (2, 15)))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=240, check=True).stdout


def test_it_takes_both_signals():
    assert handlers_after("glassbox.quiet_end").count("_end") == 2


def test_a_notebook_keeps_its_own():
    assert "_end" not in handlers_after("glassbox", "glassbox.config", "glassbox.listening")


def test_a_signal_ends_the_process_at_once_and_without_a_word():
    code = "import glassbox.quiet_end, signal; signal.raise_signal({}); print('went on')"
    for each in (signal.SIGINT, signal.SIGTERM):
        done = subprocess.run([sys.executable, "-c", code.format(int(each))], capture_output=True, timeout=240)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

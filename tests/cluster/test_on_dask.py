"""A real scheduler and real workers on this machine: work comes back once, whoever dies in the middle."""

import operator
import pickle
import urllib.error
import urllib.request
from concurrent.futures import as_completed
from functools import partial

import psutil
import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from glassbox.cluster.address import Address, NotUsed
from glassbox.cluster.on_dask import DaskWay, check_certificates, reach
from glassbox.cluster.version import own_version
from glassbox.experiments import sweep
from glassbox.experiments.bundle import train_all
from glassbox.experiments.plan import Plan
from glassbox.experiments.table import trial_rows
from tests.cluster.cluster import PATIENCE, Cluster, certificates, kill, members, until
from tests.cluster.pieces import piece
from tests.experiments.an_experiment import an_experiment, axis
from tests.experiments.running import AtOnce, finished

PIECES = 24


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        cluster.scheduler = cluster.schedule()
        cluster.machine = cluster.work(2)
        yield cluster
    finally:
        cluster.end()


@pytest.fixture
def executor(cluster):
    with reach(cluster.address, own_version()) as executor:
        yield executor


def submit(executor, count=PIECES):
    """So many pieces of work, of which the first is already done."""
    futures = [executor.submit(piece, number) for number in range(count)]
    futures[0].result(PATIENCE)
    return futures


def answers(futures):
    return [future.result() for future in as_completed(futures, PATIENCE)]


def listeners(process):
    """Where it can be reached, with whatever it has started."""
    family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    found = [each.laddr for one in family for each in one.net_connections() if each.status == psutil.CONN_LISTEN]
    return {(each.ip, each.port) for each in found}


def test_each_piece_is_answered_once_and_faults_are_told(executor):
    assert executor.workers == 2
    assert sorted(answers(submit(executor, 8))) == list(range(8))
    with pytest.raises(ZeroDivisionError):
        executor.submit(operator.truediv, 1, 0).result(PATIENCE)


def test_an_experiment_comes_out_as_here_to_the_byte(executor):
    experiment = an_experiment(axes=[axis("width", 1, 2)], seeds=1)
    plan = Plan(experiment)
    assert sweep(experiment, executor, workers=2) == trial_rows(plan, finished(plan, AtOnce()))


def test_what_is_sent_is_plain_data_and_the_name_of_what_is_to_be_done():
    sent = pickle.dumps(partial(train_all, [Plan(an_experiment()).trial(0)]))
    assert b"train_all" in sent and b"numba" not in sent and b"engine" not in sent and len(sent) < 5000


def test_nothing_of_it_listens_to_others_and_there_is_no_dashboard(cluster):
    everywhere = listeners(cluster.scheduler) | listeners(cluster.machine)
    assert {ip for ip, _ in everywhere} == {"127.0.0.1"}
    answering = {port for _, port in everywhere if _answers_http(port)}
    assert answering, "Dask always starts a small web server"
    for port in answering:
        for page in ("", "status", "info/main/workers.html", "health", "metrics", "json/counts.json", "statics/"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/{page}", timeout=PATIENCE)


def _answers_http(port):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    pytest.fail("it shows something")


def test_whoever_has_no_certificate_of_this_authority_is_not_let_in(cluster, tmp_path):
    with pytest.raises(NotUsed, match="none answers there"):
        DaskWay(Address(cluster.address.text, *certificates(tmp_path)), own_version())
    stranger = Cluster(tmp_path)
    stranger.address = Address(cluster.address.text, *stranger.certificates)
    told, _ = stranger.start_work().communicate(timeout=PATIENCE)
    assert "none answers there" in told and "Traceback" not in told


def test_certificates_that_are_missing_or_broken_are_said_in_a_sentence(tmp_path):
    with pytest.raises(NotUsed, match="--cluster-ca"):
        check_certificates(Address("tls://127.0.0.1:1"))
    (tmp_path / "bad.pem").write_text("no certificate")
    with pytest.raises(NotUsed, match="cannot be used"):
        check_certificates(Address("tls://127.0.0.1:1", *[tmp_path / "bad.pem"] * 3))


def test_another_version_gets_no_work_and_is_told_so(cluster, executor):
    other = DaskWay(cluster.address, "0.0.0 (other)")
    try:
        assert (other.workers(), other.others(), executor.workers) == (0, 2, 2)
        waits = other.submit(operator.neg)
        assert answers(submit(executor, 4)) and not waits.done()
        told, _ = cluster.start_work().communicate(timeout=PATIENCE)
        assert "0.0.0 (other)" in told and own_version() in told and "install it here" in told
        assert "Traceback" not in told
    finally:
        other.close()


def test_a_worker_killed_in_the_middle_costs_its_piece_and_is_replaced(cluster, executor):
    futures = submit(executor)
    members(cluster.machine)[0].kill()
    assert sorted(answers(futures)) == list(range(PIECES))
    until(lambda: executor.workers == 2)


def test_a_worker_that_comes_late_takes_its_share(cluster, executor):
    futures = submit(executor, 4 * PIECES)
    late = cluster.work()
    until(lambda: executor.workers == 3)
    assert sorted(answers(futures)) == list(range(4 * PIECES))
    kill(late)
    until(lambda: executor.workers == 2)


def test_the_scheduler_gone_and_back_costs_nothing(cluster, executor):
    futures = submit(executor)
    kill(cluster.scheduler)
    until(lambda: executor.workers == 0)
    futures.append(executor.submit(piece, PIECES))  # comes in meanwhile
    cluster.scheduler = cluster.schedule()
    assert sorted(answers(futures)) == list(range(PIECES + 1))
    until(lambda: executor.workers == 2)


def test_whoever_sends_may_leave_and_come_back(cluster, executor):
    """As a web server that is restarted: what it had sent is let go, what it sends again is done."""
    with reach(cluster.address, own_version()) as earlier:
        submit(earlier, 4 * PIECES)
    assert sorted(answers(submit(executor, 4))) == list(range(4))

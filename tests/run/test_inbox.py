"""What a run may know of a page is what a mailbox tells."""

from glassbox.run.inbox import Credit
from glassbox.session.mailbox import Mailbox
from tests.run.tools import Clock, take


def test_a_mailbox_tells_whether_there_is_credit():
    mailbox = Mailbox(Clock())
    credit: Credit = mailbox
    assert (credit.has_credit, credit.is_closed, credit.sent) == (True, False, -1)
    for number in range(2):
        mailbox.show(number, b"")
        take(mailbox)
    assert (credit.has_credit, credit.sent) == (False, 1)
    mailbox.close("left", "")
    assert credit.is_closed and not credit.has_credit

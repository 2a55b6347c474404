"""Networks of a class without sessions: a registry that answers for runs, between two slices, as the real one does."""

from glassbox.run.answers import answer
from glassbox.run.commands import obey
from glassbox.session.own_data_store import OwnDataStore
from glassbox.session.questions import NoSuchSession


class Networks:
    """Runs by the names of their sessions. `asked`: which were asked what, in order."""

    def __init__(self, **runs):
        self.runs = runs
        self.aside = set()
        self.asked = []
        self.own_data_store = OwnDataStore(10**7)

    async def ask(self, session, name, **arguments):
        self.asked.append((session, name))
        if session not in self.runs:
            raise NoSuchSession("There is no such session.")
        return answer(self.runs[session], name, arguments)

    def put_in(self, session, order):
        if session not in self.runs:
            raise NoSuchSession("There is no such session.")
        obey(self.runs[session], order)

    def is_aside(self, session):
        return session in self.aside

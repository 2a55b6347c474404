import sys
try:
    import server.session.registry  # noqa: F401
except ImportError:
    import tests.web.fake_registry as fake
    sys.modules["server.session.registry"] = fake

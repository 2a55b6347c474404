"""The porch: HTTP pages, the small API and the live socket; it knows the front desk, but never the engine."""

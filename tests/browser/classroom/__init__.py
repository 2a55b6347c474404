"""A class in the browser: what the teacher's desk, the projector and students' phones are for tests."""

"""Lessons: Markdown files read and checked, the facts that their goals are about, and what an answer is told."""

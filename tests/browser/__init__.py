"""The page in a real Chromium, before a real server: what a person does, and what a person sees."""

"""A check-up of a live network: what flows through its layers, what ails it, and what helps; and cases to diagnose."""

"""The front desk: live sessions, each a network owned by one task, trained in slices in a shared pool of threads."""

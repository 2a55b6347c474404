"""What the build does before hatchling packs: one step a file."""

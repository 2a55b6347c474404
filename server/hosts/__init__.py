"""Where networks live: each host works on many at a time, in this process or in another one."""

"""nginx and Caddy in front of a server, set up by the README's own snippets, for tests of the page behind them.

Each site has a port of its own; all sites of one kind are one process.
"""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
ON_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
ANSWERS_WITHIN = 60.0  # seconds after the start
PATH = "/glassbox"
SILENCE = 6.0  # seconds of it after which a site of nginx's cuts a connection; by itself, after a minute

NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    ssl_certificate {folder}/site.pem; ssl_certificate_key {folder}/site.key;
    {sites}
}}
"""
CERTIFICATE = (
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 "
    "-addext subjectAltName=IP:127.0.0.1 -keyout site.key -out site.pem"
)


def trusting():
    """Takes the test's own certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def snippet(language, port):
    """What the README says, for a server at this port."""
    found = re.search(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[1]
    assert found.count("127.0.0.1:8000") == 1
    return found.replace("127.0.0.1:8000", f"127.0.0.1:{port}")


@contextmanager
def nginx(folder, server):
    """The addresses of its sites: `root`; `below` a path, with TLS; `small`, with nginx's own limit on size, and little
    patience; `bare`, which only passes requests on.
    """
    program = _found("nginx")
    subprocess.run([_found("openssl"), *CERTIFICATE.split()], cwd=folder, check=True, capture_output=True)
    root, below, small, bare = ports = _free_ports(4)
    told = snippet("nginx", server.port)
    quick = f"proxy_read_timeout {SILENCE:g}s; proxy_send_timeout {SILENCE:g}s;"
    sites = [
        f"server {{ listen 127.0.0.1:{root}; {told} }}",
        f"server {{ listen 127.0.0.1:{below} ssl; {_replaced(told, 'location / {', f'location {PATH}/ {{')} }}",
        f"server {{ listen 127.0.0.1:{small}; {_replaced(told, 'client_max_body_size 16m;', quick)} }}",
        f"server {{ listen 127.0.0.1:{bare}; location / {{ proxy_pass http://127.0.0.1:{server.port}; }} }}",
    ]
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, sites="\n".join(sites)), "utf-8")
    with _running([program, "-p", folder, "-c", folder / "nginx.conf"], folder, ports):
        yield {
            "root": f"http://127.0.0.1:{root}/",
            "below": f"https://127.0.0.1:{below}{PATH}/",
            "small": f"http://127.0.0.1:{small}/",
            "bare": f"http://127.0.0.1:{bare}/",
        }


@contextmanager
def caddy(folder, server):
    """The addresses of its sites: `root`, and `below` a path, which it takes away."""
    program = _found("caddy")
    root, below = _free_ports(2)
    told = snippet("caddy", server.port)
    whole = re.search(r"reverse_proxy .*", told)[0]
    sites = [
        "{\nadmin off\n}",
        _replaced(told, "play.example.org", f"http://127.0.0.1:{below}"),
        f"http://127.0.0.1:{root} {{\n{whole}\n}}",
    ]
    (folder / "Caddyfile").write_text("\n".join(sites), "utf-8")
    command = [program, "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile"]
    with _running(command, folder, (root, below)):
        yield {"root": f"http://127.0.0.1:{root}/", "below": f"http://127.0.0.1:{below}{PATH}/"}


def _found(name):
    return shutil.which(name, path=ON_PATH) or pytest.skip(f"{name} is not installed here")


def _replaced(text, old, new):
    assert old in text
    return text.replace(old, new)


def _free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@contextmanager
def _running(command, folder, ports):
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **home})
        try:
            for port in ports:
                _wait_for(port, process, folder)
            yield
        finally:
            process.kill()
            process.wait()


def _wait_for(port, process, folder):
    deadline = time.monotonic() + ANSWERS_WITHIN
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline, (folder / "log").read_text("utf-8")
            time.sleep(0.02)

import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.urls import reverse
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication

ADDRESS = "127.0.0.1"


class Server(BaseApplication):
    """gunicorn with the settings of a trial, in the process that keeps the embedded PostgreSQL."""

    def __init__(self, companion: int):
        self.companion = companion
        super().__init__()

    def load_config(self):
        self.cfg.set("bind", f"{ADDRESS}:{os.environ.get('PORT', '8000')}")
        self.cfg.set("workers", 2)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("control_socket_disable", True)
        self.cfg.set("forwarder_headers", "")
        self.cfg.set("on_exit", lambda _arbiter: end(self.companion))

    def load(self):
        return import_string(settings.WSGI_APPLICATION)


class Command(BaseCommand):
    help = "Prepares database, demo newsroom and static files, then serves the site on this machine until Ctrl-C."

    def handle(self, *args, **options):
        port = os.environ.get("PORT", "8000")
        refuse_taken(port)
        call_command("migrate", verbosity=0)
        call_command("load_demo")
        call_command("collectstatic", interactive=False, verbosity=0)
        connections.close_all()  # the processes must not share a connection
        self.stdout.write(f"{settings.SITE_NAME}: http://{ADDRESS}:{port}/")
        self.stdout.write(f"Desk: http://{ADDRESS}:{port}{reverse('admin:index')}")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()
        worker = [sys.executable, sys.argv[0], "worker", "--with"]
        Server(companion=keep_up(worker)).run()


def keep_up(command: list[str], pause: float = 1) -> int:
    """Start a process that keeps `command` running until it is ended, or this one is gone; its number.

    The command is given the number of that process. When it ends it is started again after `pause` seconds.
    """
    parent = os.getpid()
    if pid := os.fork():
        return pid
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    child = None
    try:
        while os.getppid() == parent:
            child = subprocess.Popen([*command, str(os.getpid())], stderr=sys.stderr)
            while child.poll() is None and os.getppid() == parent:
                time.sleep(pause / 4)
            time.sleep(pause)
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        if child:
            child.terminate()
            child.wait()
        os._exit(0)  # what the parent has registered for its own end is not this one's to do


def end(pid: int) -> None:
    """End a child process and wait until it has ended."""
    try:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
    except (ChildProcessError, ProcessLookupError):
        pass  # it has ended, with the same Ctrl-C


def refuse_taken(port: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, int(port) or -1))  # 0 would be any free port, which nobody would find
        except OSError as error:
            raise CommandError(f"Port {port} is taken. Choose another: PORT=8001 bin/serve") from error
        except (ValueError, OverflowError) as error:
            raise CommandError(f"PORT is {port!r}. Set it to a number from 1 to 65535.") from error

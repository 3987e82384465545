from django_tasks.backends.immediate import ImmediateBackend


class Immediate(ImmediateBackend):
    """Does a task where it is asked for, also one that is asked for later."""

    supports_defer = True

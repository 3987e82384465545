import json

import pytest

from newsportal.embedded.base import forget_the_dead

NOBODY = 2**22 + 1  # above the kernel's highest process id


def test_what_a_killed_process_left_behind_is_removed(tmp_path):
    (tmp_path / ".handle_pids.json").write_text(json.dumps([NOBODY]))
    (tmp_path / "postmaster.pid").write_text(f"{NOBODY}\n{tmp_path}\n")

    forget_the_dead(tmp_path)

    assert json.loads((tmp_path / ".handle_pids.json").read_text()) == []
    assert not (tmp_path / "postmaster.pid").exists()


def test_lock_of_a_server_whose_number_another_program_has_now_is_removed(tmp_path):
    import os

    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n{tmp_path}\n")

    forget_the_dead(tmp_path)

    assert not (tmp_path / "postmaster.pid").exists()


@pytest.mark.parametrize("content", ["", "\n", "kaputt"])
def test_damaged_handle_files_do_not_stop_the_start(tmp_path, content):
    (tmp_path / ".handle_pids.json").write_text(content)
    (tmp_path / "postmaster.pid").write_text(content)

    forget_the_dead(tmp_path)

    assert json.loads((tmp_path / ".handle_pids.json").read_text()) == []

"""What can happen to a build. Each fault takes a victim with a release of the first day, a random generator, and whether to be
short. It returns what it did, and raises Broken if a reader or the next build would have noticed."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

from victim import DAYS, Broken, Victim


class Skipped(Exception):
    """The machine does not allow this fault."""


def needs(program: str) -> None:
    if not shutil.which(program):
        raise Skipped(f"there is no {program}")


def duration(victim: Victim) -> float:
    """Seconds that a full build currently takes."""
    victim.settles(DAYS[0])
    begin = time.monotonic()
    victim.build(DAYS[1], "--full")
    seconds = time.monotonic() - begin
    victim.settles(DAYS[0])
    return seconds


def nights(victim: Victim):
    """Endless pairs: the day in Output and the day of the next build."""
    for number in itertools.count():
        yield DAYS[number % len(DAYS)], DAYS[(number + 1) % len(DAYS)]


def check_failure(victim: Victim, status: int, old: str, new: str, allowed: tuple[int, ...]) -> None:
    """Checks that a build with this status left the old release, or the new one if it says so."""
    if status not in allowed:
        raise Broken(f"ends with {status}: {victim.said}")
    day = victim.is_one_of(old, new)
    if status == 0 and day != new:
        raise Broken("says that it published, but the old release is there")
    victim.settles(new)


def killed_at_random(victim: Victim, chance: random.Random, short: bool) -> str:
    count, longest, switched = 15 if short else 300, duration(victim), 0
    for (old, new), _ in zip(nights(victim), range(count)):
        process = victim.start(new, *(["--full"] if chance.random() < 0.5 else []))
        time.sleep(chance.random() * longest)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        switched += victim.is_one_of(old, new) == new
        victim.settles(new)
    return f"{count} times kill -9, {switched} after the switch"


SWITCH = ["flock", "syncfs", "renameat2", "rename", "fsync", "rmdir", "mkdir", "link", "unlink"]


def struck(victim: Victim, call: str, what: str, number: int, day: str) -> bool:
    """Runs a build in which the n-th such call is struck; returns whether that call was reached."""
    log = victim.folder / "strace"
    victim.status = victim.build(
        day, before=("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}"))
    text = log.read_text("utf-8", "replace")
    return "+++ killed by SIGKILL" in text or "(INJECTED)" in text


def killed_at_calls(victim: Victim, chance: random.Random, short: bool) -> str:
    needs("strace")
    done, turns = 0, nights(victim)
    old, new = next(turns)
    for call in SWITCH:
        for number in [1, 2, 3] if short else [*range(1, 8), 12, 20, 33, 54, 88, 143, 232, 376]:
            if not struck(victim, call, "signal=SIGKILL", number, new):
                victim.is_one_of(new)
                old, new = next(turns)
                break
            done += 1
            victim.is_one_of(old, new)
            victim.settles(new)
            old, new = next(turns)
    if done <= len(SWITCH):
        raise Broken(f"only {done} calls were struck; is strace allowed here?")
    return f"killed at {done} calls: {', '.join(SWITCH)}"


def refused_calls(victim: Victim, chance: random.Random, short: bool) -> str:
    """Read errors, write errors and lost permissions, from the kernel."""
    needs("strace")
    strikes = [("read", "EIO"), ("write", "EIO"), ("openat", "EACCES"), ("renameat2", "EACCES"), ("rename", "EACCES"), ("link", "EACCES"),
               ("mkdir", "EDQUOT"), ("write", "ENOSPC"), ("syncfs", "EIO"), ("fsync", "EIO"), ("unlink", "EACCES")]
    done, failed, turns = 0, 0, nights(victim)
    old, new = next(turns)
    for call, error in strikes:
        for _ in range(1 if short else 12):
            first = 60 if call in ("read", "openat") else 1  # The first ones load the program itself.
            number = chance.randint(first, first + (1 if call in ("renameat2", "syncfs") else 2 if call in ("rename", "fsync") else 100) - 1)
            was_struck = struck(victim, call, f"error={error}", number, new)
            done += was_struck
            failed += victim.status != 0
            check_failure(victim, victim.status, old, new, (0, 1, 74) if was_struck else (0,))
            old, new = next(turns)
    return f"{done} calls failed, {failed} builds with them"


@contextlib.contextmanager
def small_disk(folder: Path):
    """A tmpfs, with a function that changes its size."""
    if os.geteuid() != 0:
        raise Skipped("only root may mount")
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m", "gongkai-torture", folder], capture_output=True).returncode != 0:
        raise Skipped("mounting is not allowed")
    try:
        yield lambda options: subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True, capture_output=True)
    finally:
        subprocess.run(["umount", folder], check=True)


def disk_full(victim: Victim, chance: random.Random, short: bool) -> str:
    steps, full = 5 if short else 40, 0
    disk = victim.folder / "disk"
    with small_disk(disk) as resize:
        inner = Victim(victim.gongkai, victim.site, victim.folder / "site", output=disk / "Output")
        inner.settles(DAYS[0])
        for (old, new), step in zip(nights(inner), range(steps)):
            what = os.statvfs(disk)
            used, inodes = (what.f_blocks - what.f_bfree) * what.f_frsize, what.f_files - what.f_ffree
            # From no space at all to nearly enough for a release that shares nothing; every fourth time too few inodes instead.
            share = (step + chance.random()) / steps
            room = f"nr_inodes={inodes + int(share * 600) + 1}" if step % 4 == 3 else f"size={used + int(share * 5_000_000) + 4096}"
            resize(room)
            status = inner.build(new, "--full")
            full += status == 74
            resize("size=160m,nr_inodes=100000")
            check_failure(inner, status, old, new, (0, 74))
    if full == 0:
        raise Broken("the disk was never full")
    return f"{steps} disks, {full} of them too small"


def permission_lost(victim: Victim, chance: random.Random, short: bool) -> str:
    """At some moment the folder around Output, the state folder or the staging folder becomes read-only."""
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    if nobody:
        subprocess.run(["chown", "-R", "65534:65534", victim.folder], check=True)
    count, longest, lost = 6 if short else 60, duration(victim), 0
    if nobody:
        subprocess.run(["chown", "-R", "65534:65534", victim.folder], check=True)
    for (old, new), number in zip(nights(victim), range(count)):
        place = [victim.folder, victim.state, victim.state / "staging"][number % 3]
        process = victim.start(new, "--full", **nobody)
        time.sleep(chance.random() * longest)
        with contextlib.suppress(FileNotFoundError):
            place.chmod(0o555)
        victim.said = "".join(process.communicate())
        # The staging folder may have another name by now, or be Output.
        for folder in (victim.folder, victim.state, *victim.state.iterdir(), victim.output):
            folder.chmod(0o755)
        lost += process.returncode == 74
        if process.returncode not in (0, 74):
            raise Broken(f"ends with {process.returncode}: {victim.said}")
        if victim.is_one_of(old, new) != new and process.returncode == 0:
            raise Broken("says that it published, but the old release is there")
        victim.settles(new, **nobody)
    return f"{count} times, {lost} builds noticed"


def output_replaced(victim: Victim, chance: random.Random, short: bool) -> str:
    """While a build runs, somebody moves Output elsewhere and leaves a symbolic link."""
    count, longest = 4 if short else 40, duration(victim)
    for number in range(count):
        shutil.rmtree(victim.state, ignore_errors=True)
        victim.settles(DAYS[0])
        elsewhere = victim.folder / f"elsewhere-{number}"
        process = victim.start(DAYS[1], "--full")
        time.sleep(chance.random() * longest)
        victim.output.rename(elsewhere)
        victim.output.symlink_to(elsewhere.name)
        victim.said = "".join(process.communicate())
        if process.returncode not in (0, 74):
            raise Broken(f"ends with {process.returncode}: {victim.said}")
        victim.is_one_of(DAYS[0], DAYS[1])
        was = victim.whole(elsewhere)
        for day in (DAYS[2], DAYS[1], DAYS[2], DAYS[1]):
            if victim.build(day) != 0:
                raise Broken(f"the next build ends with {victim.said}")
            victim.is_one_of(day)
        if not victim.output.is_symlink() and victim.whole(elsewhere) != was:
            raise Broken("what was moved away was changed")
        if victim.output.is_symlink():
            victim.output.unlink()
        else:
            shutil.rmtree(victim.output)
    return f"{count} times moved away"


def seen_by_readers(victim: Victim, chance: random.Random, short: bool) -> str:
    """A reader who never stops finds every page and, within one folder, the page that its manifest lists."""
    count, looks, wrong, stop = 4 if short else 60, 0, [], threading.Event()

    def look() -> None:
        nonlocal looks
        while not stop.is_set():
            try:
                folder = os.open(victim.output, os.O_RDONLY | os.O_DIRECTORY)
            except OSError as error:
                return wrong.append(f"no Output: {error}")
            try:
                read = [open(os.open(name, os.O_RDONLY, dir_fd=folder), "rb").read() for name in ("manifest.json", "index.html")]
                listed = next(file for file in json.loads(read[0])["files"] if file["path"] == "index.html")
                if hashlib.sha256(read[1]).hexdigest() != listed["sha256"]:
                    wrong.append("index.html of another release than its manifest")
                looks += 1
            except FileNotFoundError:
                # Only a folder that is no longer the release may lose its files; Output is another one by then.
                if os.fstat(folder).st_ino == os.stat(victim.output).st_ino:
                    wrong.append("a page is missing")
            finally:
                os.close(folder)

    reader = threading.Thread(target=look)
    reader.start()
    for (_, new), _ in zip(nights(victim), range(count)):
        victim.settles(new)
    stop.set()
    reader.join()
    if wrong:
        raise Broken(wrong[0])
    return f"{looks} looks during {count} releases"


def two_at_once(victim: Victim, chance: random.Random, short: bool) -> str:
    count, refused = 5 if short else 50, 0
    for (old, new), _ in zip(nights(victim), range(count)):
        both = [victim.start(new, "--full")]
        time.sleep(chance.choice([0, 0, 0.02, 0.1]))
        both.append(victim.start(new, "--full"))
        said = [process.communicate()[1] for process in both]
        ends = [process.returncode for process in both]
        if sorted(ends) not in ([0, 75], [0, 0]):
            raise Broken(f"two builds end with {ends}: {said}")
        if 75 in ends:
            refused += 1
            loser = ends.index(75)
            if f"进程号 {both[1 - loser].pid}，" not in said[loser]:
                raise Broken(f"names somebody else than {both[1 - loser].pid}: {said[loser]}")
        victim.is_one_of(new)
        victim.settles(new)
    return f"{count} pairs, {refused} times one was refused"


def changed_while_read(victim: Victim, chance: random.Random, short: bool) -> str:
    """An editor overwrites documents and attachments, piece by piece, while they are read."""
    count, ends = 4 if short else 40, []
    places = sorted(path for path in (victim.folder / "Content").rglob("*") if path.suffix in (".md", ".docx", ".xlsx", ".pdf", ".png"))
    originals = {path: path.read_bytes() for path in chance.sample(places, min(60, len(places)))}

    def scribble(stop: threading.Event) -> None:
        own = random.Random(0)
        while not stop.is_set():
            path, content = own.choice(list(originals.items()))
            cut = own.randrange(len(content))
            with open(path, "wb") as file:
                file.write(content[:cut])
                file.flush()
                file.write(content[cut:])

    for (old, new), _ in zip(nights(victim), range(count)):
        stop = threading.Event()
        writer = threading.Thread(target=scribble, args=(stop,))
        writer.start()
        ends.append(victim.build(new))
        stop.set()
        writer.join()
        for path, content in originals.items():
            path.write_bytes(content)
        if ends[-1] not in (0, 1, 74):
            raise Broken(f"ends with {ends[-1]}: {victim.said}")
        victim.whole()
        # Half a document that is without errors may have been published: then its page says that it was changed.
        victim.settles(new, edited=True)
    return f"{count} builds ended with {', '.join(f'{end} × {ends.count(end)}' for end in sorted(set(ends)))}"


def clock_jumps(victim: Victim, chance: random.Random, short: bool) -> str:
    """File times in the past and in the future, days that go backwards and, with faketime, a runaway clock."""
    count = 3 if short else 20
    for (_, new), _ in zip(nights(victim), range(count)):
        for folder in (victim.folder / "Content", victim.output, victim.state):
            for path in folder.rglob("*"):
                moment = chance.choice([0, 1, 2**31, 2**33, time.time() + 86400 * 400])
                os.utime(path, (moment, moment), follow_symlinks=False)
        victim.settles(new)
        victim.settles(DAYS[0])
    if not shutil.which("faketime"):
        return f"{count} times wrong times of files (there is no faketime for the rest)"
    for shift in ("2000-01-01 00:00:00", "2037-12-31 23:59:59"):
        if victim.build(DAYS[1], before=("faketime", "-f", f"@{shift} x100000")) != 0:
            raise Broken(f"with the clock at {shift}: {victim.said}")
        victim.is_one_of(DAYS[1])
        victim.settles(DAYS[0])
    return f"{count} times wrong times of files, a clock that runs 100,000 times too fast"


def cache_damaged(victim: Victim, chance: random.Random, short: bool) -> str:
    count = 6 if short else 60
    cache, page = victim.state / "cache", victim.folder / "Content/guanyu/bangzhu.md"
    other = Victim(victim.gongkai, victim.site, victim.folder / "other")
    (other.folder / "Content/guanyu/shengming.md").unlink()
    text = page.read_text("utf-8")
    for number in range(count):
        day = DAYS[number % len(DAYS)]
        page.write_text(text + f"\n第{number}次修改。\n", "utf-8")
        # A build keeps what it said only when the last change is old enough to be told from the next.
        time.sleep(1.3)
        for built in (victim, other):
            if built.build(day, "--full") != 0 or not (built.state / "cache").exists():
                raise Broken(f"no cache after a build of which nothing was touched: {built.said}")
        content = bytearray(cache.read_bytes())
        what = number % 5
        if what == 0:
            del content[chance.randrange(len(content)):]
        elif what == 1:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        elif what == 2:
            content = bytearray(re.sub(rb"^gongkai-cache/\d+", b"gongkai-cache/0", content))
        elif what == 3:
            content = bytearray((other.state / "cache").read_bytes())
        else:
            content += b"x"
        cache.write_bytes(content)
        if number % 2:
            page.write_text(text + f"\n第{number}次改回。\n", "utf-8")
        victim.settles(day, edited=True)
    page.write_text(text, "utf-8")
    return f"{count} caches: cut, one bit turned, of another version, of another site, longer"


def as_user(number: int) -> tuple[str, ...]:
    """What to put before a command to run it as a user without a name, in the group 4242, with umask 002."""
    if os.geteuid() != 0:
        raise Skipped("only root can be somebody else")
    needs("setpriv")
    user = ("setpriv", f"--reuid={number}", f"--regid={number}", "--groups=4242")
    return (*user, "sh", "-c", 'umask 002; exec "$@"', "sh")


def shared_by_a_group(victim: Victim, chance: random.Random, short: bool) -> str:
    """Members of a group build in turn, and go back; a stranger can neither build, nor look, nor hold the lock."""
    members, stranger = [as_user(4001), as_user(4002)], ("setpriv", "--reuid=4003", "--regid=4003", "--clear-groups")
    for path in [victim.folder, *victim.folder.rglob("*")]:
        # As the operations page says: chgrp, chmod g+rwX, g+s for folders.
        os.chown(path, -1, 4242)
        path.chmod(path.stat().st_mode & 0o7777 | (0o2070 if path.is_dir() else 0o060))
    count = 4 if short else 20
    for (_, day), number in zip(nights(victim), range(count)):
        victim.settles(day, before=members[number % 2])
        said = subprocess.run([*members[number % 2], victim.gongkai, "rollback", "--even-withdrawn", "--output", victim.output],
                              capture_output=True, text=True)
        if number and said.returncode != 0:
            raise Broken(f"rollback: {said.stderr}")
    if {path.lstat().st_gid for path in [*victim.output.rglob("*"), *victim.state.rglob("*")]} != {4242}:
        raise Broken("something belongs to another group")
    old = json.loads((victim.output / "manifest.json").read_text("utf-8"))["treeHash"]
    if victim.build(DAYS[0], before=stranger) != 74 or victim.whole() != old:
        raise Broken(f"a stranger built: {victim.said}")
    for command in (["ls", victim.state], ["flock", "-n", victim.state / "lock", "true"]):
        if subprocess.run([*stranger, *command], capture_output=True).returncode == 0:
            raise Broken(f"a stranger could {command[0]}")
    return f"{count} nights by two users in turn, a stranger kept out"


def unreadable_upload(victim: Victim, chance: random.Random, short: bool) -> str:
    """A document or a file that the builder may not read is that document's error; the rest is published when asked."""
    user, day = as_user(4001), DAYS[0]
    for path in [victim.folder, *victim.folder.rglob("*")]:
        os.chown(path, 4001, 4001)
    content = victim.folder / "Content"
    pages = sorted(path for path in content.rglob("*.md") if not path.name.startswith("_"))
    files = sorted(path for path in content.rglob("*.*") if path.suffix in (".pdf", ".docx", ".csv", ".xlsx", ".png"))
    victim.settles(day, before=user)
    chosen = chance.sample(pages, min(len(pages), 2 if short else 10)) + chance.sample(files, min(len(files), 2 if short else 10))
    for path in chosen:
        mode = path.stat().st_mode & 0o777
        path.chmod(0)
        place = f"{path.relative_to(victim.folder)}:1:1: error: "
        if victim.build(day, before=user) != 1 or place not in victim.said:
            raise Broken(f"{path} cannot be read, and the build says: {victim.said}")
        if victim.build(day, "--keep-going", before=user) != 1:
            raise Broken(f"{path} cannot be read, and nothing goes on: {victim.said}")
        victim.whole()
        path.chmod(mode)
    victim.build(day, before=user)
    victim.whole()
    return f"{len(chosen)} documents and files without permission, each an error of its own"


def without_proc(victim: Victim, chance: random.Random, short: bool) -> str:
    """Where /proc is missing, no command pretends to have worked."""
    if os.geteuid() != 0:
        raise Skipped("only root can unmount /proc")
    needs("unshare")
    for command in ("build", "check", "verify", "status"):
        script = f'umount -l /proc && exec "{victim.gongkai}" {command} --root "{victim.folder}"'
        run = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True)
        if run.returncode == 32:
            raise Skipped("/proc cannot be unmounted here")
        if run.returncode != 74 or "/proc" not in run.stderr or len(run.stderr.splitlines()) != 1:
            raise Broken(f"{command} without /proc ends with {run.returncode}: {run.stdout}{run.stderr}")
    return "four commands without /proc: one sentence, status 74"


ALL = [(name.__name__.replace("_", "-"), name) for name in (
    killed_at_random, killed_at_calls, refused_calls, disk_full, permission_lost, output_replaced, seen_by_readers, two_at_once,
    changed_while_read, clock_jumps, cache_damaged, shared_by_a_group,
    unreadable_upload, without_proc)]

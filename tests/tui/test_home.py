"""The first screen: what it offers, with and without interviews."""

from __future__ import annotations

from driving import Desk, First

from interviewer.engine.plan import Options


async def test_an_empty_home_says_what_to_do(desk: Desk) -> None:
    """Without interviews, home says how to begin and offers nothing to go on with."""
    async with desk.running() as it:
        assert "Choose New interview to begin" in it.text("#recent-title")
        assert not any(row.startswith("Go on") for row in it.options("#choices"))
        assert not it.app.screen.query_one("#recent").display


async def test_escape_does_not_quit(desk: Desk) -> None:
    """One Escape too many leaves home where it is; q quits."""
    async with desk.running() as it:
        await it.press("escape")
        assert it.app.is_running and it.at == "HomeScreen"
        await it.pilot.press("q")
        assert not it.app.is_running or it.app._exit


async def test_home_offers_to_go_on(desk: Desk) -> None:
    """With an unfinished interview, Enter on the first line goes on with it."""
    with desk.made() as session:
        made = session.id
    async with desk.running() as it:
        assert it.options("#choices")[0].startswith("Go on where you stopped")
        assert "unfinished" in it.options("#recent")[0]
        await it.press("enter")
        assert it.session.id == made


async def test_a_finished_interview_opens_to_be_read(desk: Desk) -> None:
    """Enter on a finished interview in the recent list shows it without opening it."""
    with desk.made() as session:
        session.interview.withdraw()
    async with desk.running() as it:
        await it.press("tab", "enter")
        assert it.at == "ReadingScreen"
        assert "ended it here" in it.said()


async def test_the_mock_assessment_and_the_desk_open(desk: Desk) -> None:
    """Each by its line, and Escape comes back."""
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        assert it.at == "ExamSetupScreen"
        await it.press("escape")
        await it.press("down", "enter")
        assert it.at != "HomeScreen"


async def test_a_missing_transcripts_folder_is_no_trouble(desk: Desk) -> None:
    """A folder that is not there yet counts as empty."""
    async with desk.running() as it:
        assert not desk.transcripts.exists()
        assert "no interviews yet" in it.text("#recent-title")


async def test_a_file_in_place_of_the_folder_is_told(desk: Desk) -> None:
    """A transcripts folder that is a file gives a sentence, no traceback."""
    desk.transcripts.write_text("")
    async with desk.running() as it:
        assert "is not one" in it.text("#recent-title")


async def test_start_from_the_command_line_skips_the_set_up(desk: Desk) -> None:
    """Options that name competences open the interview at once."""
    async with desk.running(First(options=Options(competences=(1,)), framework="toy")) as it:
        assert it.at == "InterviewScreen"


async def test_start_without_a_choice_opens_the_set_up(desk: Desk) -> None:
    """Options that name nothing open the set-up, filled in with what is known."""
    options = Options(candidate="Sam", length="full")
    async with desk.running(First(options=options)) as it:
        assert it.at == "SetupScreen"
        assert it.app.screen.query_one("#candidate").value == "Sam"  # type: ignore[attr-defined]


async def test_start_with_options_that_do_not_work_tells_why(desk: Desk) -> None:
    """Options that make no interview open the set-up with the sentence that says why."""
    async with desk.running(First(options=Options(profile="specialist"), framework="toy")) as it:
        assert it.at == "SetupScreen"
        assert "at least 3 competences" in it.text("#setup-says")


async def test_resume_from_the_command_line(desk: Desk) -> None:
    """An empty id resumes the latest unfinished interview; an unknown one is told."""
    with desk.made() as session:
        made = session.id
    async with desk.running(First(resume="")) as it:
        assert it.session.id == made
    async with desk.running(First(resume="20200101-000000-0000")) as it:
        assert it.at == "HomeScreen"
        assert "There is no interview" in it.text("#home-note")

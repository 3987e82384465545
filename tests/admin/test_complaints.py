"""What users of other newsroom systems complain of most, and the tests by which it cannot happen here."""

from importlib import import_module

import pytest

COMPLAINTS = {
    "“somebody else is editing” because of one's own save, or of a scheduled publication": [
        "admin.test_sittings.test_nobody_is_told_of_themselves_not_after_their_own_saves_either",
        "admin.test_sittings.test_a_story_that_appears_by_itself_while_its_form_is_open_is_in_nobody_elses_hands",
        "admin.test_conflicts.test_ones_own_save_in_another_window_is_no_conflict_where_it_changed_something_else",
    ],
    "the last save wins, and anyone takes over unseen": [
        "admin.test_conflicts.test_what_both_changed_comes_back_with_both_and_is_saved_at_the_second_press",
        "admin.test_sittings.test_a_take_over_is_told_to_the_other_whose_save_is_merged",
    ],
    "a date that was set and never armed": [
        "admin.test_publishing.test_a_time_without_the_publish_button_is_not_silently_left_unarmed",
        "admin.test_planning.test_a_scheduled_story_says_at_the_top_of_its_form_and_in_the_list_that_it_appears_by_itself",
        "admin.test_planning.test_a_draft_with_an_embargo_says_that_nothing_appears_by_itself",
    ],
    "a schedule that was missed, or in another zone than the newsroom's": [
        "models.test_article.test_scheduled_story_appears_at_its_time_with_no_job_running",
        "test_time.test_a_scheduled_story_appears_everywhere_within_a_second_of_its_time",
        "admin.test_publishing.test_save_and_publish_with_a_time_schedules_and_says_when_in_the_newsrooms_zone",
    ],
    "a reviewer cannot see all that changed since the live version": [
        "admin.test_versions.test_the_comparison_is_with_what_readers_see_unless_asked_otherwise",
        "admin.test_versions.test_save_and_publish_of_a_published_story_leads_to_the_changes_first",
    ],
    "a comparison that nobody can read": [
        "test_comparing.test_only_the_words_that_differ_are_marked",
        "test_comparing.test_quotations_and_sources_are_told_in_sentences_and_not_to_readers",
        "admin.test_versions.test_a_comparison_says_in_words_that_picture_standfirst_and_tags_changed",
    ],
    "the first version cannot be restored": [
        "admin.test_versions.test_the_first_version_of_a_draft_comes_back",
    ],
    "handing in an edit of a live story takes it offline": [
        "models.test_revision.test_an_edit_of_a_published_story_waits_and_readers_see_what_they_saw",
        "admin.test_publishing.test_what_someone_who_may_not_publish_writes_into_a_published_story_waits",
    ],
    "a preview or a version without picture and metadata": [
        "admin.test_versions.test_a_preview_shows_what_waits_with_its_picture_tags_and_what_search_and_shares_read",
        "models.test_revision.test_a_story_is_made_again_from_its_revision_whatever_happened_to_its_rows",
    ],
    "one story in several languages is several strangers": [
        "admin.test_translations.test_a_story_is_linked_to_its_original_and_taken_off_again",
        "admin.test_translations.test_the_queue_says_that_the_original_changed_and_shows_how",
    ],
    "a front page without order, pins, and a word on stories that stand twice": [
        "admin.test_arrangements.test_a_story_that_is_placed_again_moves_and_one_for_which_no_slot_is_left_is_named",
        "admin.test_arrangements.test_a_pin_with_an_end_in_the_newsrooms_zone",
        "models.test_arrangement.test_no_story_stands_twice_on_the_front_page",
    ],
    "an agency's update arrives as a new story": [
        "admin.test_duplicates.test_an_import_says_what_it_resembles_and_asks_nothing",
        "admin.test_duplicates.test_update_that_one_instead_makes_an_edit_that_waits_in_the_other_story",
        "commands.test_import_stories.test_second_run_changes_nothing",
    ],
}


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_each_complaint_has_tests_that_are_there(complaint):
    for name in COMPLAINTS[complaint]:
        module, _dot, test = name.rpartition(".")
        assert callable(getattr(import_module(f"tests.{module}"), test))

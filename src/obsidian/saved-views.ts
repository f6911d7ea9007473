/** The roadmap's saved views: this person's own, in this vault, kept with the personal settings. */
import { Notice } from 'obsidian';
import { describeRoadmapChoice, readRoadmapChoice, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { SavedViews } from '../views/roadmap-actions.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import { MOST_VIEWS, NO_KEPT_VIEWS, viewName, type KeptView } from './kept-views.js';
import type { PersonalSettings } from './personal-settings.js';

const words = WORDS.roadmapHost;

export function createSavedViews(personal: PersonalSettings): SavedViews {
  let read: { readonly kept: readonly KeptView[]; readonly views: readonly { readonly name: string; readonly choice: RoadmapChoice }[] } = { kept: NO_KEPT_VIEWS, views: [] };
  const keep = (views: readonly KeptView[]): void => {
    personal.set('roadmapViews', views).catch((error: unknown) => new Notice(words.viewsNotKept(reasonOf(error))));
  };
  return {
    list: () => {
      const kept = personal.values.roadmapViews;
      if (read.kept !== kept) read = { kept, views: kept.map(({ name, choice }) => ({ name, choice: readRoadmapChoice(choice).choice })) };
      return read.views;
    },
    save: (written, choice) => {
      const name = viewName(written);
      if (name === '') return;
      const kept = personal.values.roadmapViews;
      const view: KeptView = { name, choice: describeRoadmapChoice(choice) };
      if (kept.some((each) => each.name === name)) keep(kept.map((each) => (each.name === name ? view : each)));
      else if (kept.length < MOST_VIEWS) keep([...kept, view]);
      else new Notice(words.tooManyViews(MOST_VIEWS));
    },
    remove: (name) => keep(personal.values.roadmapViews.filter((each) => each.name !== name)),
    subscribe: (listener) => personal.subscribe(listener),
  };
}

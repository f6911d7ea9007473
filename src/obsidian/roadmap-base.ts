/**
 * The roadmap as a view of bases: any notes that a base finds, on the properties that the base names. Where the app has no
 * bases, or the vault has them switched off, nothing is registered.
 */
import { BasesView, Notice, type QueryController } from 'obsidian';
import { BaseRoadmap } from './base-roadmap.js';
import { baseOptions } from './base-options.js';
import { newItemProperties } from './base-new-item.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';
import { ROADMAP_ICON } from './roadmap-icon.js';
import { VIEW_TYPES } from './open-view.js';
import { WORDS } from '../views/words/words.js';

export function registerRoadmapBase(context: PluginContext): void {
  const { plugin, playbook } = context;
  if (typeof Reflect.get(plugin, 'registerBasesView') !== 'function') return;
  const shown = new Set<BaseRoadmap>();
  plugin.registerBasesView(VIEW_TYPES.roadmap, {
    name: WORDS.roadmapHost.baseName,
    icon: ROADMAP_ICON,
    factory: (controller, containerEl) => createBaseView(controller, containerEl, context, shown),
    options: () => baseOptions(playbook.store?.config.settings.kindProperty ?? 'type'),
  });
  // Bases stay open when the plugin goes.
  plugin.register(() => {
    for (const roadmap of shown) roadmap.close();
    shown.clear();
  });
}

function createBaseView(controller: QueryController, containerEl: HTMLElement, context: PluginContext, shown: Set<BaseRoadmap>): BasesView {
  // Inside the function: where the app has no bases there is nothing to extend.
  class RoadmapBasesView extends BasesView {
    readonly type = VIEW_TYPES.roadmap;
    readonly #element = containerEl.createDiv({ cls: 'cx-view cx-roadmap-base' });
    readonly #roadmap = new BaseRoadmap(context, this.#element, (roles, item, valueOf) => {
      const written = newItemProperties(context.app, item, roles, valueOf);
      const process = (frontmatter: unknown): void => {
        if (typeof frontmatter === 'object' && frontmatter !== null) Object.assign(frontmatter, written);
      };
      this.createFileForView(WORDS.create.newNote[item.kind], process).catch((error: unknown) => new Notice(WORDS.roadmapHost.notCreated(reasonOf(error))));
    });

    constructor() {
      super(controller);
    }

    override onload(): void {
      shown.add(this.#roadmap);
      // Another window has other observers: what watches sizes begins anew there.
      this.register(this.#element.onWindowMigrated(() => this.#roadmap.reopen()));
    }

    override onDataUpdated(): void {
      this.#roadmap.update(this.config, this.data);
    }

    override onunload(): void {
      shown.delete(this.#roadmap);
      this.#roadmap.close();
      this.#element.remove();
    }
  }
  return new RoadmapBasesView();
}

/** Plugins for the host's own specs. */
import { ItemView, Plugin, type WorkspaceLeaf } from 'obsidian';

export const MANIFEST = { id: 'tidy', name: 'Tidy', version: '1.0.0', minAppVersion: '1.13.0', author: 'The authors', description: 'Tests the host.' };

export class TidyView extends ItemView {
  static opened = 0;
  static closed = 0;

  override getViewType(): string {
    return 'tidy-view';
  }

  override getDisplayText(): string {
    return 'Tidy view';
  }

  protected override onOpen(): Promise<void> {
    TidyView.opened++;
    this.contentEl.setText('Tidy content');
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    TidyView.closed++;
    return Promise.resolve();
  }
}

/** Adds one of each thing, and takes care of all of them. */
export class TidyPlugin extends Plugin {
  readonly calls: string[] = [];

  override onload(): void {
    this.registerView('tidy-view', (leaf: WorkspaceLeaf) => new TidyView(leaf));
    this.addCommand({ id: 'plain', name: 'Plain', callback: () => this.calls.push('plain') });
    this.addCommand({ id: 'never', name: 'Never', checkCallback: () => false });
    this.addCommand({ id: 'editor', name: 'Editor', editorCallback: (editor) => editor.replaceSelection('typed') });
    this.addRibbonIcon('map', 'Open tidy', () => this.calls.push('ribbon'));
    this.addStatusBarItem().setText('tidy');
    this.registerEvent(this.app.vault.on('modify', (file) => this.calls.push(`modify ${file.path}`)));
    this.registerDomEvent(window, 'resize', () => this.calls.push('resize'));
    this.registerInterval(window.setInterval(() => this.calls.push('tick'), 60_000));
    this.registerObsidianProtocolHandler('tidy', ({ note }) => this.calls.push(`uri ${note ?? ''}`));
    this.registerCliHandler('tidy:count', 'Count notes', { folder: { value: '<path>', description: 'Where', required: true } }, ({ folder }) => `in ${folder ?? ''}`);
    this.app.workspace.onLayoutReady(() => this.calls.push('ready'));
  }

  override onUserEnable(): void {
    this.calls.push('enabled');
  }
}

/** Leaves one of each kind behind. */
export class UntidyPlugin extends Plugin {
  override onload(): void {
    this.app.vault.on('modify', () => undefined);
    window.addEventListener('resize', () => undefined);
    activeDocument.addEventListener('keyup', () => undefined);
    window.setInterval(() => undefined, 60_000);
    window.setTimeout(() => undefined, 60_000);
    activeDocument.body.createDiv({ cls: 'left-behind' });
    activeDocument.body.addClass('left-class');
    activeDocument.head.createEl('style', { text: '.left {}' });
  }
}

/**
 * What `import … from 'obsidian'` gives in specs. The host's own classes come first; values, form elements and small
 * functions are those of obsidian-test-mocks.
 */
export * from 'obsidian-test-mocks/obsidian';
export { HostApp as App } from './app.js';
export { BasesEntry, BasesEntryGroup, BasesQueryResult, BasesView, BasesViewConfig, QueryController } from './bases.js';
export { Component, MarkdownRenderChild } from './component.js';
export { Editor } from './editor.js';
export { editorEditorField, editorInfoField, editorLivePreviewField } from './editor-fields.js';
export { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from './editor-suggest.js';
export { Events } from './events.js';
export { FileManager } from './file-manager.js';
export { TAbstractFile, TFile, TFolder } from './files.js';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons.js';
export { Keymap, Scope } from './keymap.js';
export { WorkspaceLeaf, WorkspaceTabs } from './leaf.js';
export { EditableFileView, MarkdownView, TextFileView } from './markdown-view.js';
export { Menu, MenuItem } from './menu.js';
export { MetadataCache } from './metadata-cache.js';
export { Modal } from './modal.js';
export { Notice } from './notice.js';
export { apiVersion, getLanguage, Platform, requireApiVersion } from './platform.js';
export { Plugin } from './plugin.js';
export { MarkdownPreviewView, MarkdownRenderer } from './preview.js';
export { AbstractTextComponent, BaseComponent, ButtonComponent, DropdownComponent, SearchComponent, SliderComponent, TextAreaComponent, TextComponent, ToggleComponent, ValueComponent } from './form-components.js';
export { ExtraButtonComponent, Setting, SettingGroup } from './setting.js';
export { PluginSettingTab, SettingPage, SettingTab } from './setting-tab.js';
export { FuzzySuggestModal, SuggestModal } from './suggest-modal.js';
export { BooleanValue, DateValue, FileValue, LinkValue, ListValue, NotNullValue, NullValue, NumberValue, PrimitiveValue, StringValue, Value } from './values.js';
export { Vault } from './vault.js';
export { FileView, ItemView, View } from './view.js';
export { Workspace } from './workspace.js';

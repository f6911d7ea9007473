import { setup } from 'obsidian-test-mocks/setup';

setup();
// Another file of the same run may have left its panes.
document.body.replaceChildren();

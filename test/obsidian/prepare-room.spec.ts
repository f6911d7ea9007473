import { describe, expect, it } from 'vitest';
import { registerPrepareRoom } from '../../src/obsidian/prepare-room.js';
import type { Host } from '../host/host.js';
import { hostWith } from './feature-host.js';

const LAST_ROOM = '---\ntype: room\ndate: 2026-04-08\n---\n## Stages walked\n- Book\n\n## Commitments made\n- [ ] [[Ana]] release the money by 2026-05-18\n';

async function vault(files: Readonly<Record<string, string>> = {}): Promise<{ host: Host; context: Awaited<ReturnType<typeof hostWith>>['context'] }> {
  return hostWith([registerPrepareRoom], { files });
}

describe('preparing a customer room', () => {
  it('writes a note beside the other rooms with what was walked and promised, and opens it where writing starts', async () => {
    const { host, context } = await vault({ '60 Rooms/April.md': LAST_ROOM });
    await host.run('cx-playbook:prepare-room');
    await context.playbook.settled();
    expect(host.paths()).toEqual(['60 Rooms/April.md', '60 Rooms/Next customer room.md']);
    const text = host.text('60 Rooms/Next customer room.md');
    expect(text).toContain('Prepared on 2026-11-22. Last room: [[April]], 2026-04-08.');
    expect(text).toContain('- [ ] Book — last walked 2026-04-08');
    expect(text).toContain('| Ana | release the money | 2026-05-18 | not recorded, overdue | [[April]] |');
    expect(context.playbook.store?.playbook.note('60 Rooms/Next customer room.md')).toMatchObject({ kind: 'room', promises: [] });
    expect(context.playbook.result.diagnostics.filter(({ path }) => path.includes('Next'))).toEqual([]);
    expect(host.app.workspace.getActiveFile()?.path).toBe('60 Rooms/Next customer room.md');
    await host.type('Quay, 9 December.');
    await host.flush();
    expect(host.text('60 Rooms/Next customer room.md')).toContain('2026-04-08.\nQuay, 9 December.\n');
    expect(host.text('60 Rooms/April.md')).toBe(LAST_ROOM);
  });

  it('names nobody whose note is private', async () => {
    const { host, context } = await vault({ '60 Rooms/April.md': LAST_ROOM, '_coach/Rival of Ana.md': '---\ntype: executive\n---\n', 'Ben Okri.md': '---\ntype: executive\n---\n' });
    await host.run('cx-playbook:prepare-room');
    await context.playbook.settled();
    const text = host.text('60 Rooms/Next customer room.md');
    expect(text).toContain('Ben Okri');
    expect(text).not.toContain('Rival of Ana');
  });

  it('makes another note the second time, and each is one undo', async () => {
    const { host, context } = await vault();
    await host.run('cx-playbook:prepare-room');
    await context.playbook.settled();
    await host.run('cx-playbook:prepare-room');
    await context.playbook.settled();
    expect(host.paths()).toEqual(['Rooms/Next customer room 2.md', 'Rooms/Next customer room.md']);
    await context.edits.undo();
    await host.settle();
    expect(host.paths()).toEqual(['Rooms/Next customer room.md']);
    await context.edits.undo();
    await host.settle();
    expect(host.paths()).toEqual([]);
  });

  it('finds a free name also where the folder is ignored', async () => {
    const { host } = await vault({ 'cx-playbook.yml': 'ignore: [Rooms]\n', 'Rooms/Next customer room.md': 'keep\n' });
    await host.run('cx-playbook:prepare-room');
    expect(host.paths()).toContain('Rooms/Next customer room 2.md');
    expect(host.text('Rooms/Next customer room.md')).toBe('keep\n');
  });
});

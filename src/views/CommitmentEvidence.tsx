/** What the evidence reaches beside what is recorded, and what was said and done: counts and lines, never a score. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import { lacksInWords } from '../playbook/evidenced-level.js';
import type { Evidence, Executive } from '../playbook/note.js';
import { readSignRecords, type SignRecord } from '../playbook/sign-record.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { plainEvidence } from './commitment-map-words.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentEvidenceProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  readonly row: CommitmentRow;
}

/** OURS: the newest say most. */
const LINES_SHOWN = 3;

export function CommitmentEvidence({ host, model, row }: CommitmentEvidenceProps): VNode {
  const words = WORDS.commitmentDetails;
  const { executive, evidenced: { level, next }, saidDone: { said, did, isGap }, standing } = row;
  const reached = level === undefined ? words.reachesNone : level === standing.level ? words.sameAsRecorded(model.words(level)) : words.reaches(model.words(level));
  return (
    <>
      <section class="cx-person-part">
        <h4>{words.evidenced}</h4>
        <p>{reached}{next !== undefined && ` ${words.lacks(model.words(next.level), lacksInWords(next.lacks))}`}</p>
        <p class="cx-note">{words.evidenceRule}</p>
        <Signs host={host} model={model} executive={executive} />
      </section>
      <section class="cx-person-part">
        <h4>{words.saidDone}</h4>
        <p class={isGap ? 'cx-gap-words' : ''}>{words.counts(said.length, did.length, model.thresholds.evidenceDays)}{isGap && ` ${words.isGap}`}</p>
        <div class="cx-said-did">
          <Lines host={host} path={executive.path} form="did" items={did} />
          <Lines host={host} path={executive.path} form="said" items={said} />
        </div>
      </section>
    </>
  );
}

/** Those that count are told at once; the whole list, with what is recorded of each, on demand. */
function Signs({ host, model: { signs, today, thresholds: { evidenceDays } }, executive }: Pick<CommitmentEvidenceProps, 'host' | 'model'> & { readonly executive: Executive }): VNode {
  const words = WORDS.commitmentDetails;
  const records = readSignRecords(executive, signs.map(({ slug }) => slug), today, evidenceDays);
  return (
    <details class="cx-details cx-signs">
      <summary class="cx-summary-line">
        <Icon host={host} name="chevron-right" className="cx-turns" />
        {words.signs(records.filter(counts).length, signs.length)}
      </summary>
      <ul>
        {records.map((record, index) => {
          const { label, origin } = signs[index] ?? { label: record.sign, origin: 'vault' };
          return (
            <li key={record.sign} class={counts(record) ? 'is-shown' : ''}>
              <Icon host={host} name={counts(record) ? 'circle-check' : 'circle-dashed'} />
              <div>
                <bdi>{label}</bdi>
                <span class="cx-muted cx-facts">
                  {record.line !== undefined && <NoteLink host={host} path={executive.path} offset={record.line.from}>{record.isRecent ? words.signOn(record.line.date) : words.signThen(record.line.date, evidenceDays)}</NoteLink>}
                  {record.isListed && <span>{words.signListed()}</span>}
                  {!record.isListed && record.line === undefined && <span>{words.signNone()}</span>}
                  {origin === 'ours' && <span>{words.signOurs()}</span>}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Whether the sign counts for the evidenced level. */
function counts({ isListed, isRecent }: SignRecord): boolean {
  return isListed || isRecent;
}

function Lines({ host, path, form, items }: { readonly host: ViewHost; readonly path: string; readonly form: Evidence['form']; readonly items: readonly Evidence[] }): VNode {
  const words = WORDS.commitmentDetails;
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, LINES_SHOWN);
  return (
    <div>
      <h5>{words[form]}</h5>
      {items.length === 0 && <p class="cx-note">{words.nothing[form]}</p>}
      <ul class="cx-evidence-lines">
        {shown.map((item) => (
          <li key={`${item.from}`}>
            <span class="cx-muted cx-evidence-head"><time dateTime={item.date}>{item.date}</time>{item.category !== undefined && <span class="cx-sign">{item.category}</span>}</span>
            <NoteLink host={host} path={path} offset={item.from} label={words.opensLine(item.date, plainEvidence(item.text))}>{plainEvidence(item.text)}</NoteLink>
          </li>
        ))}
      </ul>
      {shown.length < items.length && <button type="button" class="cx-link cx-more" onClick={() => setAll(true)}>{words.moreLines(items.length - shown.length)}</button>}
    </div>
  );
}

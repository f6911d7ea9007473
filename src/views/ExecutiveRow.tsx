/** One executive: name and place, the level beside the needed one, how old that is, and what was said and done. */
import { Fragment, type VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank } from '../playbook/commitment.js';
import type { Standing } from '../playbook/standing.js';
import type { LevelWords } from '../playbook/step-words.js';
import { NoteLink } from './NoteLink.js';
import { newestEvidence } from './overview-model.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface ExecutiveRowProps {
  readonly standing: Standing;
  readonly levelName: LevelWords;
  readonly assessedDays: number;
  readonly today: CalendarDate;
  readonly host: ViewHost;
}

export function ExecutiveRow({ standing, levelName, assessedDays, today, host }: ExecutiveRowProps): VNode {
  const { executive } = standing;
  const place = [executive.title.includes(`(${executive.role ?? ''})`) ? undefined : executive.role, executive.unit].filter((part) => part !== undefined);
  return (
    <li class="cx-executive">
      <div class="cx-who">
        <NoteLink host={host} path={executive.path} className="cx-name">{executive.title}</NoteLink>
        {place.length > 0 && <div class="cx-muted cx-facts">{place.map((part) => <bdi key={part}>{part}</bdi>)}</div>}
      </div>
      <div class="cx-stand">
        <Track standing={standing} />
        <span>{levelInWords(standing, levelName)}</span>
      </div>
      <div class="cx-muted cx-facts cx-record">
        <Age standing={standing} assessedDays={assessedDays} />
        <span>
          <EvidenceCount standing={standing} form="said" today={today} host={host} />
          {', '}
          <EvidenceCount standing={standing} form="did" today={today} host={host} />
        </span>
      </div>
    </li>
  );
}

/** Five steps: filled up to the level that is recorded, a ring round the one that is needed. The words beside say the same. */
function Track({ standing: { level, needed } }: { readonly standing: Standing }): VNode {
  const reached = level === undefined ? -1 : commitmentRank(level);
  return (
    <span class={`cx-dots cx-level-${level ?? 'unknown'}`} aria-hidden="true">
      {COMMITMENT_LEVELS.map((step, rank) => (
        <span key={step} class={`cx-step ${rank <= reached ? 'is-reached' : ''} ${step === needed ? 'is-needed' : ''}`} />
      ))}
    </span>
  );
}

function levelInWords({ level, needed, gapLevels }: Standing, levelName: LevelWords): VNode {
  const words = WORDS.overview;
  const now = <strong class="cx-capital">{level === undefined ? words.notAssessed : levelName(level)}</strong>;
  if (needed === undefined) return <Fragment>{now}<span class="cx-muted">{`, ${words.noNeed()}`}</span></Fragment>;
  if (gapLevels === 0) return <Fragment>{now}{`, ${words.atNeed()}`}</Fragment>;
  const needs = `, ${words.needs(levelName(needed))}`;
  if (gapLevels === undefined) return <Fragment>{now}{needs}</Fragment>;
  return <Fragment>{now}{`${needs}, `}{gapLevels > 0 ? <span class="cx-gap">{words.toGo(gapLevels)}</span> : words.aboveNeed(-gapLevels)}</Fragment>;
}

function Age({ standing: { assessedOn, assessedDaysAgo, stale }, assessedDays }: { readonly standing: Standing; readonly assessedDays: number }): VNode {
  const words = WORDS.overview;
  if (assessedOn === undefined || assessedDaysAgo === undefined) return <span>{words.noAssessmentDay}</span>;
  return (
    <time dateTime={assessedOn} class={stale ? 'cx-stale' : ''}>
      {stale ? words.assessedStale(assessedDaysAgo, assessedDays) : words.assessed(assessedDaysAgo)}
    </time>
  );
}

/** The count leads to the newest line of its form, where there is one. */
function EvidenceCount({ standing, form, today, host }: { readonly standing: Standing; readonly form: 'said' | 'did'; readonly today: CalendarDate; readonly host: ViewHost }): VNode {
  const text = WORDS.overview[form](standing[form]);
  const newest = newestEvidence(standing, form, today);
  if (newest === undefined || standing[form] === 0) return <span>{text}</span>;
  return <NoteLink host={host} path={standing.executive.path} offset={newest.from} className="cx-count-link">{text}</NoteLink>;
}

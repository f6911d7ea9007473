/**
 * A lint rule as data: what it says, why, and examples that are its tests and its page.
 *
 * A rule tells what the readers found (`problems`), or looks at one of three things. `checkNote` sees the text of one note of the playbook and is
 * asked again when that note changes.
 * `checkLinks` sees one note and the playbook that its links lead into; it is asked again when a note it links to
 * changes. `checkPlaybook` sees the whole playbook and must be cheap: it is asked after every change. What the last two
 * find lies in the frontmatter, or at {@link NOTE_START}: the lines of other text are not kept, but for threads of annotations.
 */
import type { TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import type { ProblemCode } from '../notes/note-problem.js';
import type { NoteText, ParsedNote } from '../notes/read-note.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { NoteKind, PlaybookNote } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import type { Severity } from './diagnostic.js';
import type { MergeDriver, PluginData, RepositoryFacts } from './repository.js';

export interface Finding extends TextRange {
  readonly message: string;
  /** Lighter or graver than the rule's own severity. */
  readonly severity?: Severity;
  /** About something that the note lacks: a directive anywhere in the note covers it. */
  readonly wholeNote?: true;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
  readonly related?: readonly FindingPlace[];
}

export interface FindingPlace extends TextRange {
  readonly path: string;
  readonly message: string;
}

export interface PlaybookFinding extends Finding {
  readonly path: string;
}

export interface RuleContext {
  readonly today: CalendarDate;
  readonly notes: NoteContext;
  readonly thresholds: Thresholds;
  /** Undefined where the vault lies in no repository, or nobody can tell. */
  readonly repository?: RepositoryFacts | undefined;
}

/** Numbers that no source states: OURS, shown as defaults and edited in the settings. */
export interface Thresholds {
  /** An assessment older than this is stale. */
  readonly assessedDays: number;
  /** Evidence older than this does not count. */
  readonly evidenceDays: number;
  /** A journey outside this span earns a hint. Two to three years is S3's; others say three to ten. */
  readonly journeyMonthsMin: number;
  readonly journeyMonthsMax: number;
  /** So many percent of an executive's peers at supporter or above count as strong support. */
  readonly coalitionPercent: number;
  /** An executive not spoken with for longer is due for a conversation. */
  readonly contactDays: number;
  /** Work that is paused or stalled, or past its end, for longer is told. */
  readonly stalledDays: number;
  /** A playbook in which nothing dated was recorded for longer has gone quiet. */
  readonly quietDays: number;
  /** A thread in which nothing was said for longer, and which is not resolved, is told. */
  readonly unresolvedDays: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = { assessedDays: 180, evidenceDays: 180, journeyMonthsMin: 24, journeyMonthsMax: 36, coalitionPercent: 50, contactDays: 90, stalledDays: 30, quietDays: 60, unresolvedDays: 60 };

/** A link of a property with what it leads to. The range is that of the link in the property. */
export interface ResolvedLink extends TextRange {
  readonly property: string;
  readonly target: string;
  /** Path of the file; undefined when the link dangles. */
  readonly targetPath: string | undefined;
  /** The playbook's note; undefined when the link dangles or leads to another file. */
  readonly targetNote: PlaybookNote | undefined;
}

export interface LintedNote {
  readonly parsed: ParsedNote;
  /** Undefined when the note is not the playbook's. */
  readonly source: NoteText | undefined;
}

/**
 * What git knows in an example; without it the vault lies in no repository. Paths between marks are found at their start;
 * an empty text stands for a file that is not there.
 */
export interface ExampleRepository {
  readonly tracked?: readonly string[];
  /** `.gitattributes` and `.gitignore` of the vault, with marks. */
  readonly attributes?: string;
  readonly ignores?: string;
  /** Absent: shared. */
  readonly isShared?: boolean;
  readonly driver?: MergeDriver;
  readonly pluginData?: readonly PluginData[];
}

/**
 * Notes by path, with what the rule must find between `‹` and `›`, exactly; an example without marks must be clean.
 * `after` is the note that its fixes lead to. `repository` is what git knows. `config` is the text of `cx-playbook.yml`.
 */
export interface RuleExample {
  readonly title: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
  readonly config?: string;
  readonly repository?: ExampleRepository;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what it reports. */
  readonly summary: string;
  /** Why it matters, and what to do. */
  readonly why: string;
  /** Sources by their short names (docs/sources.md); `OURS` where no source states it. */
  readonly source: string;
  readonly examples: readonly RuleExample[];
  /** The rule tells the problems of this code that the readers found. */
  readonly problems?: ProblemCode;
  /** Kinds of notes that `checkNote` has something to say about: it is not asked about others. Absent: every kind. */
  readonly kinds?: readonly NoteKind[];
  readonly checkNote?: (note: LintedNote, context: RuleContext) => Iterable<Finding>;
  readonly checkLinks?: (note: ParsedNote, links: readonly ResolvedLink[], context: RuleContext, playbook: Playbook) => Iterable<Finding>;
  readonly checkPlaybook?: (playbook: Playbook, context: RuleContext) => Iterable<PlaybookFinding>;
}

/** For the many notes about which a rule has nothing to say. Rules give lists: generators cost most of a run over many notes. */
export const NO_FINDINGS: readonly Finding[] = [];

/** The place at which a note is told that it lacks something: its first three characters, the opening fence. */
export const NOTE_START: TextRange = { from: 0, to: 3 };

/** The file name of a rule's page, without its ending: pages lie in one folder, whatever group a rule is of. */
export function rulePageName(ruleId: string): string {
  return ruleId.replaceAll('/', '-');
}

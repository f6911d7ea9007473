/**
 * The starter playbook: small notes that say what to fill in, for a new vault. Dates in them are placeholders that
 * {@link buildStarterPlaybook} fills in.
 */
import { civilFromEpochDay, toEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import cxJourney from './starter/CX Journey.md';
import base from './starter/CX Playbook.base';
import governance from './starter/Governance.md';
import guide from './starter/Guide.md';
import strategy from './starter/Strategy.md';
import vision from './starter/Vision.md';
import settings from './starter/cx-playbook.yml';
import anaRuizCeo from './starter/Executives/Example – Ana Ruiz (CEO).md';
import benOkaforCoo from './starter/Executives/Example – Ben Okafor (COO).md';
import closedLoopRecovery from './starter/Initiatives/Example – Closed-loop recovery.md';
import buildTheBusinessCaseWithNumbersAndAStory from './starter/Plays/Build the business case with numbers and a story.md';
import fundOnePilotInOneUnit from './starter/Plays/Fund one pilot in one unit.md';
import giveAuthorityWhereTheWorkIsDone from './starter/Plays/Give authority where the work is done.md';
import listenInOnRealCalls from './starter/Plays/Listen in on real calls.md';
import openACustomerRoom from './starter/Plays/Open a customer room.md';
import paintTheLegacy from './starter/Plays/Paint the legacy.md';
import peersTellPeers from './starter/Plays/Peers tell peers.md';
import putCustomersOnTheAgenda from './starter/Plays/Put customers on the agenda.md';
import recogniseOnParWithSales from './starter/Plays/Recognise on par with sales.md';
import showTheUnfilteredVoice from './starter/Plays/Show the unfiltered voice.md';

/** A file of the starter playbook; `path` is relative to the vault's root. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

const FILES: readonly StarterFile[] = [
  { path: 'CX Journey.md', text: cxJourney },
  { path: 'CX Playbook.base', text: base },
  { path: 'Governance.md', text: governance },
  { path: 'Guide.md', text: guide },
  { path: 'Strategy.md', text: strategy },
  { path: 'Vision.md', text: vision },
  { path: 'cx-playbook.yml', text: settings },
  { path: 'Executives/Example – Ana Ruiz (CEO).md', text: anaRuizCeo },
  { path: 'Executives/Example – Ben Okafor (COO).md', text: benOkaforCoo },
  { path: 'Initiatives/Example – Closed-loop recovery.md', text: closedLoopRecovery },
  { path: 'Plays/Build the business case with numbers and a story.md', text: buildTheBusinessCaseWithNumbersAndAStory },
  { path: 'Plays/Fund one pilot in one unit.md', text: fundOnePilotInOneUnit },
  { path: 'Plays/Give authority where the work is done.md', text: giveAuthorityWhereTheWorkIsDone },
  { path: 'Plays/Listen in on real calls.md', text: listenInOnRealCalls },
  { path: 'Plays/Open a customer room.md', text: openACustomerRoom },
  { path: 'Plays/Paint the legacy.md', text: paintTheLegacy },
  { path: 'Plays/Peers tell peers.md', text: peersTellPeers },
  { path: 'Plays/Put customers on the agenda.md', text: putCustomersOnTheAgenda },
  { path: 'Plays/Recognise on par with sales.md', text: recogniseOnParWithSales },
  { path: 'Plays/Show the unfiltered voice.md', text: showTheUnfilteredVoice },
];

/** Two and a half years: the middle of the span that S3 gives for a committed organisation. */
const JOURNEY_MONTHS = 30;

/** The files with dates that start today. */
export function buildStarterPlaybook(today: CalendarDate): readonly StarterFile[] {
  const { year, month } = civilFromEpochDay(toEpochDay(today));
  const thisMonth = monthText(year, month);
  const dates: Readonly<Record<string, string>> = {
    today,
    this_month: thisMonth,
    journey_start: thisMonth,
    journey_end: monthText(year, month + JOURNEY_MONTHS),
  };
  return FILES.map(({ path, text }) => ({ path, text: text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => dates[name] ?? placeholder) }));
}

/** `yyyy-mm`; a month above 12 runs into later years. */
function monthText(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

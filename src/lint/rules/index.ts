/** The one ordered registration of the rules; docs, `explain`, settings and tests follow from it. */
import { nearestName } from '../../notes/nearest-name.js';
import type { Rule } from '../rule.js';
import { ambitionGap, onlyIncremental } from './ambition.js';
import { annotationFormat, annotationId, annotationStatus } from './annotation-files.js';
import { annotationOrphan, unresolvedOlderThan } from './annotation-places.js';
import { annotationTarget } from './annotation-target.js';
import { ceoFirst } from './ceo-first.js';
import { competencyCoverage, unitBenefit } from './coverage.js';
import { complianceLanguage } from './compliance-language.js';
import { conflictingMessage } from './conflicting-message.js';
import { dateOrder, noStaleAssessment } from './dates.js';
import { empowermentIncomplete, rewardConflict } from './enablement-rules.js';
import { oneCeo, tagAgrees } from './executives.js';
import { foundationOrder, journeySpan, phaseOrder } from './journey.js';
import { lineOfSight, noJourneyLink } from './journey-links.js';
import { unexplainedJump } from './levels-over-time.js';
import { leverMismatch } from './levers.js';
import { linkKind, resolvedLink } from './links.js';
import { costOnlyInitiative, numberAndStory, twoMetrics } from './measures.js';
import { complacency, stalledWork } from './momentum.js';
import { practiceDepth } from './practice-depth.js';
import { datedItem, knownCommitment, knownCompetency, knownKind, knownProperty, knownValue, validFrontmatter } from './problem-rules.js';
import { privateLeak } from './private-leak.js';
import { siloedPilot, untoldProof } from './proof-rules.js';
import { readableNote } from './readable-note.js';
import { nearMissHeading, noEmptyPractice, requireModel, requireReinforce, requireWhy } from './require-practice.js';
import { buyInOnly, evidencedLevel, saidDoneGap } from './said-and-done.js';
import { conflictMarkers } from './team-conflict-markers.js';
import { syncConflictCopy } from './team-copies.js';
import { doubleFrontmatter } from './team-double-frontmatter.js';
import { linkCaseMismatch } from './team-link-case.js';
import { caseCollision, reservedName } from './team-names.js';
import { pluginDataTracked, secretInPluginData } from './team-plugin-data.js';
import { mergeDriverNotInstalled, missingGitattributes, workspaceTracked } from './team-repository.js';
import { bom, mixedEol } from './team-text.js';
import { volatileField } from './team-volatile-field.js';
import { knownConfig, unusedDirective } from './upkeep.js';

export const RULES: readonly Rule[] = [
  requireWhy,
  requireModel,
  requireReinforce,
  noEmptyPractice,
  nearMissHeading,
  practiceDepth,
  validFrontmatter,
  readableNote,
  knownKind,
  knownProperty,
  knownValue,
  knownCommitment,
  knownCompetency,
  datedItem,
  resolvedLink,
  linkKind,
  dateOrder,
  noStaleAssessment,
  oneCeo,
  tagAgrees,
  foundationOrder,
  phaseOrder,
  journeySpan,
  saidDoneGap,
  buyInOnly,
  evidencedLevel,
  unexplainedJump,
  leverMismatch,
  ambitionGap,
  ceoFirst,
  untoldProof,
  siloedPilot,
  costOnlyInitiative,
  numberAndStory,
  twoMetrics,
  rewardConflict,
  empowermentIncomplete,
  competencyCoverage,
  noJourneyLink,
  lineOfSight,
  onlyIncremental,
  unitBenefit,
  complacency,
  stalledWork,
  conflictingMessage,
  complianceLanguage,
  annotationFormat,
  annotationId,
  annotationStatus,
  annotationTarget,
  annotationOrphan,
  unresolvedOlderThan,
  privateLeak,
  conflictMarkers,
  doubleFrontmatter,
  caseCollision,
  reservedName,
  workspaceTracked,
  secretInPluginData,
  syncConflictCopy,
  mixedEol,
  bom,
  missingGitattributes,
  mergeDriverNotInstalled,
  volatileField,
  pluginDataTracked,
  linkCaseMismatch,
  knownConfig,
  unusedDirective,
];

export function findRule(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

/** What to say of an id that is none: the only one that is near, else all. */
export function unknownRuleMessage(id: string): string {
  const ids = RULES.map((rule) => rule.id);
  const nearest = nearestName(id, ids);
  return `Rule "${id}" does not exist. ${nearest === undefined ? `Known: ${ids.join(', ')}.` : `Did you mean "${nearest}"?`}`;
}

/**
 * Days to pixels and back, and the two tiers of ticks over them: years above quarters, above months when zoomed in,
 * and years alone (by 1, 2, 5, 10 … ) when zoomed out.
 *
 * @example buildTimeScale({ firstDay: 0, lastDay: 99 }, 500).xOf(10) // 50
 */
import { civilFromEpochDay, epochDayOf, type EpochDay } from '../playbook/calendar-date.js';
import type { DaySpan } from './roadmap-layout.js';

export interface TimeScale {
  readonly span: DaySpan;
  readonly widthPx: number;
  readonly pxPerDay: number;
  /** Left edge of a day; the right edge of day d is `xOf(d + 1)`. */
  xOf(day: EpochDay): number;
  /** The day under a position, also outside the span. */
  dayAt(x: number): EpochDay;
}

export function buildTimeScale(span: DaySpan, widthPx: number): TimeScale {
  const pxPerDay = widthPx / Math.max(1, span.lastDay - span.firstDay + 1);
  return {
    span,
    widthPx,
    pxPerDay,
    xOf: (day) => (day - span.firstDay) * pxPerDay,
    dayAt: (x) => span.firstDay + Math.floor(x / pxPerDay),
  };
}

export interface Tick {
  /** First day of the year, quarter or month; may lie before the span for the first tick. */
  readonly day: EpochDay;
  readonly label: string;
}

export interface TimeTicks {
  readonly minorUnit: 'day' | 'week' | 'month' | 'quarter' | 'none';
  readonly years: readonly Tick[];
  readonly minor: readonly Tick[];
}

/** Room for "Sep" and "Q3" with enough air that the lines do not crowd the bars, and for "2026" in bold. */
const MIN_MONTH_PX = 52;
const MIN_QUARTER_PX = 30;
/** "9 Mar" and "28". */
const MIN_WEEK_PX = 56;
const MIN_DAY_PX = 26;
const MIN_YEAR_PX = 44;
/** More ticks than a wide screen can show at the narrowest spacing; beyond it the tier is dropped or thinned. */
const MAX_TICKS = 400;
const DAYS_PER_YEAR = 365.2425;
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * Ticks whose unit meets the span, in order of time. Never more than a few hundred, whatever the span. With `finest` day
 * the upper tier holds months, and the lower weeks or days, when there is room for them.
 */
export function timeTicks(span: DaySpan, pxPerDay: number, finest: 'month' | 'day' = 'month'): TimeTicks {
  const days = Math.max(0, span.lastDay - span.firstDay + 1);
  const years = days / DAYS_PER_YEAR;
  const pxPerYear = pxPerDay * DAYS_PER_YEAR;
  if (finest === 'day' && pxPerDay * 7 >= MIN_WEEK_PX && days <= MAX_TICKS) {
    const minorUnit = pxPerDay >= MIN_DAY_PX ? 'day' : 'week';
    return { minorUnit, years: monthTicks(span, 1, true), minor: dayTicks(span, minorUnit) };
  }
  const minorUnit =
    pxPerYear / 12 >= MIN_MONTH_PX && years * 12 <= MAX_TICKS
      ? 'month'
      : pxPerYear / 4 >= MIN_QUARTER_PX && years * 4 <= MAX_TICKS
        ? 'quarter'
        : 'none';
  return {
    minorUnit,
    years: yearTicks(span, yearStep(years, pxPerYear)),
    minor: minorUnit === 'month' ? monthTicks(span, 1) : minorUnit === 'quarter' ? monthTicks(span, 3) : [],
  };
}

/** Each day, or each Monday ("9 Mar"). Day 0, 1 January 1970, was a Thursday. */
function dayTicks(span: DaySpan, unit: 'day' | 'week'): readonly Tick[] {
  const ticks: Tick[] = [];
  const step = unit === 'day' ? 1 : 7;
  const first = unit === 'day' ? span.firstDay : span.firstDay - ((((span.firstDay + 3) % 7) + 7) % 7);
  for (let day = first; day <= span.lastDay; day += step) {
    const { month, day: number } = civilFromEpochDay(day);
    ticks.push({ day, label: unit === 'day' ? String(number) : `${number} ${MONTH_NAMES[month - 1] ?? ''}` });
  }
  return ticks;
}

function yearStep(years: number, pxPerYear: number): number {
  for (let magnitude = 1; magnitude <= 10_000; magnitude *= 10) {
    for (const factor of [1, 2, 5]) {
      const step = magnitude * factor;
      if (step * pxPerYear >= MIN_YEAR_PX && years / step <= MAX_TICKS) return step;
    }
  }
  return 10_000;
}

function yearTicks(span: DaySpan, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const lastYear = civilFromEpochDay(span.lastDay).year;
  const firstYear = civilFromEpochDay(span.firstDay).year;
  for (let year = Math.floor(firstYear / step) * step; year <= lastYear; year += step) {
    const shown = Math.max(1, year);
    ticks.push({ day: epochDayOf(shown, 1, 1), label: String(shown).padStart(4, '0') });
  }
  return ticks;
}

/** With the year in the label when it stands alone in the upper tier. */
function monthTicks(span: DaySpan, step: 1 | 3, withYear = false): readonly Tick[] {
  const ticks: Tick[] = [];
  const first = civilFromEpochDay(span.firstDay);
  const last = civilFromEpochDay(span.lastDay);
  const lastMonth = last.year * 12 + last.month - 1;
  const firstMonth = first.year * 12 + first.month - 1;
  for (let count = firstMonth - (firstMonth % step); count <= lastMonth; count += step) {
    const month = count % 12;
    const year = Math.floor(count / 12);
    const label = step === 3 ? `Q${month / 3 + 1}` : (MONTH_NAMES[month] ?? '');
    ticks.push({ day: epochDayOf(year, month + 1, 1), label: withYear ? `${label} ${String(year).padStart(4, '0')}` : label });
  }
  return ticks;
}

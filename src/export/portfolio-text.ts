/** A portfolio for a terminal. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Portfolio } from '../playbook/portfolio-clients.js';
import { formatDocumentText } from './document-text.js';
import { portfolioHead, portfolioSections } from './portfolio-sections.js';

export function formatPortfolioText(portfolio: Portfolio, today: CalendarDate): string {
  return `${portfolioHead(portfolio, today)}\n\n${formatDocumentText(portfolioSections(portfolio))}`;
}

/** A portfolio as Markdown, for the notes of the coach. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Portfolio } from '../playbook/portfolio-clients.js';
import { formatDocumentMarkdown } from './document-markdown.js';
import { markdownLine } from './markdown-text.js';
import { portfolioHead, portfolioSections } from './portfolio-sections.js';

export function formatPortfolioMarkdown(portfolio: Portfolio, today: CalendarDate): string {
  return `# Portfolio\n\n${markdownLine(portfolioHead(portfolio, today))}\n\n${formatDocumentMarkdown(portfolioSections(portfolio))}`;
}

/** What roadmap and commitment map say of questions and risks that annotations leave open. */
import { countRemarks, type OpenRemark } from '../../../playbook/open-remarks.js';

export const REMARK_WORDS = {
  title: 'Open questions and risks',
  open: 'Open annotations',
  more: (count: number) => `${count} more in annotations`,
  count: (remarks: readonly OpenRemark[]) => `${countRemarks(remarks)} open`,
} as const;

import { labelledTexts } from './labelled-texts';
import { report, type Report } from './report';
import { scoreTexts } from './score';

/** Measures the reading of relations on one set of labelled texts. */
export function evaluate(set: string, showDifferences: boolean): Report {
  return report(set, scoreTexts(labelledTexts(set)), showDifferences);
}

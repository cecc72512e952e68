import { setUpN8n } from './n8n/setUpN8n.mts';
import { endOnFailure } from './process/endOnFailure.mts';
import { reportOnTerminal } from './process/report.mts';

await endOnFailure(setUpN8n(reportOnTerminal));

import { setUpN8n } from './n8n/setUpN8n.mts';
import { endOnFailure } from './process/endOnFailure.mts';

endOnFailure(setUpN8n((line) => console.log(line)));

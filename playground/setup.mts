import { setUpN8n } from './lib/setUpN8n.mts';
import { endOnFailure } from './lib/endOnFailure.mts';

endOnFailure(setUpN8n((line) => console.log(line)));

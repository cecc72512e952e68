const { setUpN8n } = require('./lib/setUpN8n');
const { endOnFailure } = require('./lib/endOnFailure');

endOnFailure(setUpN8n((line) => console.log(line)));

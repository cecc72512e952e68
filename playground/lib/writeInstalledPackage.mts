// Runs on n8n's Node.js, which has SQLite built in.
import { DatabaseSync } from 'node:sqlite';

const { database, packageRow, nodeRows } = JSON.parse(process.argv[2]);
const db = new DatabaseSync(database, { timeout: 10_000 });
db.exec('BEGIN IMMEDIATE');
db.prepare(
	`INSERT INTO installed_packages
		(packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt)
	VALUES (?, ?, ?, ?, STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW'), STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW'))`,
).run(...packageRow);
const addNode = db.prepare(
	'INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)',
);
for (const row of nodeRows) addNode.run(...row);
db.exec('COMMIT');

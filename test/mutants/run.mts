// npm run mutants [-- room ...]: changes the pure files of the nodes in one place after the other, to see whether a
// test tells. Fails when a room kills a smaller share of its mutants than before, and keeps what is better.
import { availableParallelism } from 'node:os';
import { keep } from './keep.mts';
import { readKept } from './keptScore.mts';
import { mutateRoom } from './mutateRoom.mts';
import { rooms } from './rooms.mts';
import { fallen, percent } from './score.mts';

const named = process.argv.slice(2);
const all = rooms();
const unknown = named.filter((name) => !all.some((room) => room.name === name));
if (unknown.length > 0) {
	throw new Error(
		`No room is called ${unknown.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`,
	);
}

const lower: string[] = [];
for (const room of all.filter(({ name }) => named.length === 0 || named.includes(name))) {
	const count = await mutateRoom(room, availableParallelism());
	// what only holds names and types has nothing to change
	if (count.mutants === 0) continue;
	// at once, so that a run that is cut off loses nothing
	const kept = readKept();
	const before = room.name in kept ? `, ${percent(kept[room.name])}% before` : '';
	console.log(
		`${room.name}: ${count.killed} of ${count.mutants} mutants killed, ${percent(count)}%${before}`,
	);
	if (fallen({ [room.name]: count }, kept).length > 0) lower.push(room.name);
	else await keep({ ...kept, [room.name]: count });
}

if (lower.length > 0) {
	console.error(
		`Fewer mutants than before are killed in ${lower.join(', ')}. Write a test for those that survive, told above and in reports/mutants.`,
	);
	process.exitCode = 1;
}

/**
 * Closes what the tests of a group have opened, once all of them are over, the last opened first. Also when one of
 * several cannot be opened.
 *
 * @returns call it with each thing as soon as it is open; it hands it on
 */
export function closedAfterAll(): <T extends { close: () => Promise<void> }>(opened: T) => T {
	const open: { close: () => Promise<void> }[] = [];
	afterAll(async () => {
		for (const one of open.reverse()) await one.close();
	});
	return (opened) => {
		open.push(opened);
		return opened;
	};
}

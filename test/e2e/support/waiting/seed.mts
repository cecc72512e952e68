/** Set to the seed that a failed test shows in its name, it gives the same moments again. */
const seed = Number(process.env.WAITING_SEED ?? Date.now() % 1_000_000);

export { seed };

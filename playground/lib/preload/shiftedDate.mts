/**
 * Has every reader of the current time in this process see it shifted. Dates made from a given time stay
 * what they are, and whatever made them: there is one Date.prototype, so `instanceof` holds for all of them.
 *
 * @param offset milliseconds ahead of the machine's clock
 */
function shiftDate(offset: () => number) {
	const RealDate = Date;
	const realNow = RealDate.now;
	RealDate.now = () => realNow() + offset();

	const Shifted = new Proxy(RealDate, {
		construct: (target, args, newTarget) =>
			Reflect.construct(
				target,
				args.length > 0 ? args : [RealDate.now()],
				newTarget === Shifted ? target : newTarget,
			),
		apply: () => new RealDate(RealDate.now()).toString(),
	});
	RealDate.prototype.constructor = Shifted;
	globalThis.Date = Shifted;
}

export { shiftDate };

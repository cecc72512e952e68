/**
 * The emulator's clock: a line through real time that can be moved or made steeper. It owns no timer.
 */
class Clock {
	anchorReal: any;
	anchor: any;
	speed: any;

	/** @param {{ now?: string | Date, speed?: number }} start */
	constructor({ now, speed = 1 }: { now?: string | Date; speed?: number }) {
		this.anchorReal = Date.now();
		this.anchor = now === undefined ? this.anchorReal : parseInstant(now);
		this.speed = checkSpeed(speed);
	}

	/** Milliseconds since 1970 by this clock. */
	now() {
		return Math.round(this.anchor + (Date.now() - this.anchorReal) * this.speed);
	}

	/** @param {number} instant */
	moveTo(instant: number) {
		this.anchor = instant;
		this.anchorReal = Date.now();
	}

	/** @param {string | Date} instant */
	set(instant: string | Date) {
		this.moveTo(parseInstant(instant));
	}

	/** @param {number} milliseconds */
	advance(milliseconds: number) {
		if (!Number.isFinite(milliseconds)) throw new Error('The clock advances by milliseconds');
		this.moveTo(this.now() + milliseconds);
	}

	/** @param {number} speed */
	setSpeed(speed: number) {
		this.moveTo(this.now());
		this.speed = checkSpeed(speed);
	}

	/** What a restart needs to go on where this clock would be by then. */
	snapshot() {
		return { anchor: this.anchor, anchorReal: this.anchorReal, speed: this.speed };
	}

	/** @param {{ anchor: number, anchorReal: number, speed: number }} saved */
	restore(saved: { anchor: number; anchorReal: number; speed: number }) {
		Object.assign(this, saved);
	}
}

/** @param {string | Date} value */
function parseInstant(value: string | Date) {
	const instant = value instanceof Date ? value.getTime() : Date.parse(value);
	if (Number.isNaN(instant)) throw new Error(`Not a date-time: ${String(value)}`);
	return instant;
}

/** @param {number} speed */
function checkSpeed(speed: number) {
	if (!Number.isFinite(speed) || speed < 0) throw new Error(`Not a clock speed: ${String(speed)}`);
	return speed;
}

export { Clock };

/** The upper halves of the code pages of DOS; source: Unicode, mapping tables of Microsoft's code pages. */
const UPPER_HALVES = {
	/** What names in a zip are written in unless they say otherwise; source: PKWARE, APPNOTE.TXT 6.3, appendix D. */
	cp437:
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
		'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
		'└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
		'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
	/** What Windows in Western Europe writes them in. */
	cp850:
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
		'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
		'└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
		'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

export type DosCodePage = keyof typeof UPPER_HALVES;

/** Text in a code page of DOS. */
export function fromDos(page: DosCodePage, bytes: Uint8Array): string {
	return Array.from(bytes, (byte) =>
		byte < 0x80 ? String.fromCharCode(byte) : UPPER_HALVES[page][byte - 0x80],
	).join('');
}

const { dest, series, src, task } = require('gulp');

const PICTURES = ['icons', 'nodes', 'credentials'].map((folder) => `${folder}/**/*.{png,svg}`);
const OUTPUT_PREVIEWS = 'nodes/**/__schema__/**/*.json';

/** What `n8n-node build` copies besides compiling. */
task('build:icons', () =>
	// gulp reads text unless told otherwise, and that breaks a PNG
	src([...PICTURES, OUTPUT_PREVIEWS], { base: '.', encoding: false }).pipe(
		dest(process.env.BUILD_DIR ?? 'dist'),
	),
);

/** For a build by hand: `tsc && gulp`. */
task('default', series('build:icons'));

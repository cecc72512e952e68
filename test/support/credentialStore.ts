import {
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { interpolate } from './interpolate';
import { oAuth2Base } from './oAuth2Base';

/** What each credential type holds, as a person would have typed it. */
export type CredentialValues = Record<string, ICredentialDataDecryptedObject>;

/** n8n's credential service in memory: defaults, `$self` expressions, `authenticate`, saved tokens. */
export class CredentialStore extends ICredentialsHelper {
	/** How often the engine saved a freshly fetched token. */
	tokenSaves = 0;

	private readonly types: Map<string, ICredentialType>;

	constructor(
		types: ICredentialType[],
		private readonly values: CredentialValues,
	) {
		super();
		this.types = new Map([oAuth2Base, ...types].map((type) => [type.name, type]));
	}

	/** The credentials of a node as a workflow stores them: names and ids only. */
	references(): Record<string, INodeCredentialsDetails> {
		return Object.fromEntries(
			Object.keys(this.values).map((type) => [type, { id: type, name: type }]),
		);
	}

	/** What is stored for a type now, tokens included. */
	stored(type: string): ICredentialDataDecryptedObject {
		if (!(type in this.values)) throw new Error(`The test gave no credential of type '${type}'`);
		return this.values[type];
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.types.get(name);
		if (!type) throw new Error(`No credential type '${name}' is registered`);
		const merged: INodeProperties[] = [];
		for (const parent of type.extends ?? []) {
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(merged, type.properties);
		return merged;
	}

	getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_reference: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.stored(type);
		if (raw) return Promise.resolve(stored);
		const filled = {
			...this.withDefaults(type, stored),
			...(stored.oauthTokenData ? { oauthTokenData: stored.oauthTokenData } : {}),
		} as ICredentialDataDecryptedObject;
		return Promise.resolve(interpolate.self(filled, mode, resolveValues));
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const request = options as IHttpRequestOptions;
		const rule = this.types.get(typeName)?.authenticate;
		if (!rule) return request;
		if (typeof rule === 'function') return await rule(credentials, request);
		if (!workflow || !node) throw new Error('A rule with expressions needs its workflow and node');
		return interpolate.generic(rule, credentials, request, workflow, node);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.getCredentialsProperties(typeName).find(
			(property) => property.typeOptions?.expirable === true,
		);
		if (!expirable || (credentials[expirable.name] !== '' && !credentialsExpired)) return undefined;
		const renewed = await this.runPreAuthentication(helpers, credentials, typeName);
		if (renewed) Object.assign(this.stored(typeName), renewed);
		return renewed && { ...credentials, ...renewed };
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.types.get(typeName);
		return (await type?.preAuthentication?.call(helpers, credentials)) as
			| ICredentialDataDecryptedObject
			| undefined;
	}

	getCredentials(): Promise<ICredentials> {
		return Promise.reject(new Error('Encrypted credentials do not exist in tests'));
	}

	updateCredentials(
		_reference: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		Object.assign(this.stored(type), data);
		return Promise.resolve();
	}

	updateCredentialsOauthTokenData(
		_reference: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.tokenSaves += 1;
		this.stored(type).oauthTokenData = data.oauthTokenData;
		return Promise.resolve();
	}

	private withDefaults(
		type: string,
		stored: ICredentialDataDecryptedObject,
	): INodeParameters | null {
		const properties = this.getCredentialsProperties(type);
		return NodeHelpers.getNodeParameters(
			properties,
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		);
	}
}

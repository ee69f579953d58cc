using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TeamsBot.Tests;

/// <summary>
/// Which types of an assembly name which others of it, read from the compiled file: in signatures, fields, attributes, constraints, and in
/// the bodies of methods with their locals and catch clauses. Closures and iterators count for the type they were written in. Constants are
/// copied by the compiler and leave no trace.
/// </summary>
internal sealed class TypeUses : ISignatureTypeProvider<int, object?>
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private readonly HashSet<(TypeName From, TypeName To)> uses = [];
    private TypeName current;

    private TypeUses(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
    }

    /// <summary>All pairs of different outermost types.</summary>
    public static IReadOnlySet<(TypeName From, TypeName To)> In(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var image = new PEReader(stream);
        var finder = new TypeUses(image);
        foreach (var type in finder.metadata.TypeDefinitions) finder.Visit(type);
        return finder.uses;
    }

    private void Visit(TypeDefinitionHandle handle)
    {
        current = NameOf(handle);
        var type = metadata.GetTypeDefinition(handle);
        See(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations()) See(metadata.GetInterfaceImplementation(implemented).Interface);
        See(type.GetGenericParameters());
        See(type.GetCustomAttributes());
        foreach (var property in type.GetProperties()) See(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (var field in type.GetFields())
        {
            var definition = metadata.GetFieldDefinition(field);
            definition.DecodeSignature(this, null);
            See(definition.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods()) Visit(metadata.GetMethodDefinition(method));
    }

    private void Visit(MethodDefinition method)
    {
        method.DecodeSignature(this, null);
        See(method.GetGenericParameters());
        See(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters()) See(metadata.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0) return;
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
        foreach (var region in body.ExceptionRegions) See(region.CatchType);
        foreach (var token in TokensIn(body.GetILReader())) See(MetadataTokens.EntityHandle(token));
    }

    private static List<int> TokensIn(BlobReader il)
    {
        var tokens = new List<int>();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            if (code == 0xFE) code = 0xFE00 | il.ReadByte();
            switch (Operands[code])
            {
                case OperandType.InlineMethod
                or OperandType.InlineType
                or OperandType.InlineField
                or OperandType.InlineTok
                or OperandType.InlineSig:
                    tokens.Add(il.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var cases = il.ReadInt32();
                    il.Offset += 4 * cases;
                    break;
                default:
                    il.Offset += SizeOf(Operands[code]);
                    break;
            }
        }

        return tokens;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void See(EntityHandle handle)
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                See((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                See(method.GetDeclaringType());
                method.DecodeSignature(this, null);
                break;
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                See(field.GetDeclaringType());
                field.DecodeSignature(this, null);
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                See(member.Parent);
                if (member.GetKind() == MemberReferenceKind.Method) member.DecodeMethodSignature(this, null);
                else member.DecodeFieldSignature(this, null);
                break;
            case HandleKind.MethodSpecification:
                var instance = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                See(instance.Method);
                instance.DecodeSignature(this, null);
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, null);
                break;
        }
    }

    private void See(TypeDefinitionHandle handle)
    {
        var name = NameOf(handle);
        if (name != current) uses.Add((current, name));
    }

    private void See(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            See(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void See(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes) See(metadata.GetCustomAttribute(attribute).Constructor);
    }

    private TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    int ISignatureTypeProvider<int, object?>.GetFunctionPointerType(MethodSignature<int> signature) => 0;

    int ISignatureTypeProvider<int, object?>.GetGenericMethodParameter(object? genericContext, int index) => 0;

    int ISignatureTypeProvider<int, object?>.GetGenericTypeParameter(object? genericContext, int index) => 0;

    int ISignatureTypeProvider<int, object?>.GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

    int ISignatureTypeProvider<int, object?>.GetPinnedType(int elementType) => 0;

    int ISignatureTypeProvider<int, object?>.GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        See(handle);
        return 0;
    }

    int IConstructedTypeProvider<int>.GetArrayType(int elementType, ArrayShape shape) => 0;

    int IConstructedTypeProvider<int>.GetByReferenceType(int elementType) => 0;

    int IConstructedTypeProvider<int>.GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

    int IConstructedTypeProvider<int>.GetPointerType(int elementType) => 0;

    int ISZArrayTypeProvider<int>.GetSZArrayType(int elementType) => 0;

    int ISimpleTypeProvider<int>.GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

    int ISimpleTypeProvider<int>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        See(handle);
        return 0;
    }

    int ISimpleTypeProvider<int>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;
}

/// <summary>An outermost type.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

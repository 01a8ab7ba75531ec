<#list dependencyMap as entry>
<#assign library = entry.getKey()>
<#assign licences = entry.getValue()>
${library.groupId}:${library.artifactId}|${library.version}|<#list licences as licence>${licence}<#if licence_has_next>, </#if></#list>|${(library.url)!""}
</#list>

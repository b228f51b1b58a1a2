select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end as kind,
    p.oid::regprocedure::text as name, null as parent, concat_ws(', ',
    '(' || pg_get_function_arguments(p.oid) || ')',
    'returns ' || pg_get_function_result(p.oid),
    case p.prokind when 'w' then 'window' end,
    'language ' || l.lanname,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
    case when p.proisstrict then 'strict' end,
    case when p.prosecdef then 'security definer' end,
    case when p.proleakproof then 'leakproof' end,
    'parallel ' || case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
    'cost ' || p.procost,
    case when p.prorows <> 0 then 'rows ' || p.prorows end,
    'set ' || array_to_string(p.proconfig, ', '),
    'collects with ' || g.aggtransfn || ' into ' || format_type(g.aggtranstype, null) || ' from '
        || coalesce(g.agginitval, 'null') || ', ends with ' || g.aggfinalfn,
    'body ' || coalesce(pg_get_function_sqlbody(p.oid), case p.prokind when 'a' then null else p.prosrc end),
    'in ' || p.probin,
    case when p.proowner::text <> current_setting('mswada.migrating_role') then 'owner ' || p.proowner::regrole end
) as definition
from pg_proc p
join pg_language l on l.oid = p.prolang
left join pg_aggregate g on g.aggfnoid = p.oid
where p.pronamespace = current_schema()::regnamespace
and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
    and d.deptype in ('e', 'i'))
